package dev.makerai.strict;

/**
 * One thing that strict mode does not take.
 *
 * @param rule which rule it breaks
 * @param location where, as a JSON pointer such as {@code #/properties/parts/items}; {@code #} is the whole
 * @param problem what is wrong, a sentence without its full stop
 * @param fix the smallest change that mends it, a sentence without its full stop
 */
public record SchemaFinding(SchemaRule rule, String location, String problem, String fix) {
    /** How bad it is. */
    public SchemaRule.Level level() {
        return rule.level();
    }

    /** All of it in one line. */
    @Override
    public String toString() {
        return location + ": " + problem + " (" + rule.code() + "): " + rule.why() + ". " + fix + ".";
    }
}
