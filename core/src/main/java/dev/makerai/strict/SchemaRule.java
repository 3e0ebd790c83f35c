package dev.makerai.strict;

import java.util.Locale;

/**
 * What {@link SchemaLint} looks for. The rules are those of the service's strict mode, as documented and, where that is
 * silent, as its refusals say.
 */
public enum SchemaRule {
    /** The schema as a whole is not of an object. */
    ROOT_NOT_OBJECT(Level.ERROR, "strict mode takes only an object as a whole, without anyOf or $ref beside it"),
    /** Something else stands where a schema has to. */
    NOT_A_SCHEMA(Level.ERROR, "every schema has to be an object with a type"),
    /** Any value would fit. */
    ANY_VALUE(Level.ERROR, "the model has to be told what to write, and an empty schema tells it nothing"),
    /** There is no type, though something else says what is meant. */
    MISSING_TYPE(Level.ERROR, "every schema needs a type, an anyOf or a $ref"),
    /** A type that JSON Schema does not have. */
    UNKNOWN_TYPE(Level.ERROR, "the types are string, number, integer, boolean, object, array and null"),
    /** An object that takes members that are not named. */
    OPEN_OBJECT(Level.ERROR, "every object has to say \"additionalProperties\": false"),
    /** An object whose members have free names. */
    MAP(Level.ERROR, "an object can only have the members that its schema names"),
    /** A member that may be left out. */
    OPTIONAL_PROPERTY(Level.ERROR, "every property has to be listed in \"required\""),
    /** A member that has to be there and is not described. */
    UNKNOWN_REQUIRED(Level.ERROR, "a required property has to have a schema"),
    /** A keyword that strict mode does not take at all. */
    UNSUPPORTED_KEYWORD(Level.ERROR, "strict mode does not take this keyword"),
    /** A keyword for values of another type. */
    MISPLACED_KEYWORD(Level.WARNING, "it says nothing about values of this type, and strict mode may refuse it"),
    /** A keyword whose treatment the service does not document. */
    UNCLEAR_KEYWORD(Level.WARNING, "the service's documents do not say whether strict mode takes it"),
    /** A keyword whose value is of the wrong kind. */
    WRONG_KEYWORD_VALUE(Level.ERROR, "the keyword has no meaning with this value"),
    /** A format that strict mode does not know. */
    UNSUPPORTED_FORMAT(
            Level.ERROR, "the formats are date-time, time, date, duration, email, hostname, ipv4, ipv6 and uuid"),
    /** A regular expression that is broken, or that not every reader understands alike. */
    PATTERN(Level.WARNING, "strict mode follows plain classes, groups and quantifiers only"),
    /** An array whose elements are not described. */
    MISSING_ITEMS(Level.ERROR, "every array has to describe its elements with one schema in \"items\""),
    /** An enum or const that its type does not take, that is empty, or that says a value twice. */
    ENUM_VALUES(Level.ERROR, "the values have to be different ones of the schema's type"),
    /** An anyOf that is no list of schemas. */
    ANY_OF(Level.ERROR, "anyOf takes a list of at least one schema"),
    /** Two objects of an anyOf that begin alike. */
    SAME_FIRST_KEY(Level.WARNING, "the service may refuse alternatives that begin with the same key"),
    /** A reference to nothing. */
    DANGLING_REF(Level.ERROR, "a reference has to name a schema that is there"),
    /** A reference to somewhere that strict mode does not look. */
    FOREIGN_REF(Level.ERROR, "strict mode follows references to # and #/$defs/NAME only"),
    /** A reference that leads back to itself. */
    CYCLIC_REF(Level.ERROR, "a schema may hold itself only inside an object or an array"),
    /** A reference with more than itself. */
    REF_WITH_SIBLINGS(Level.ERROR, "strict mode takes no other keyword beside $ref"),
    /** A member of the schema that is there twice. */
    DUPLICATE_MEMBER(Level.ERROR, "readers do not agree on which of the two counts"),
    /** More than strict mode bounds. */
    TOO_LARGE(
            Level.ERROR,
            "a schema may have 5000 properties, 1000 enum values and 120000 characters of names and values in all, and"
                    + " 15000 characters in an enum of more than 250 values"),
    /** Objects and arrays inside each other. */
    TOO_DEEP(Level.ERROR, "a schema may nest ten levels of objects and arrays");

    /** How bad it is. */
    public enum Level {
        /** The service refuses the schema. */
        ERROR,
        /** The service may refuse the schema, or overlook what is meant. */
        WARNING
    }

    private final Level level;
    private final String why;

    SchemaRule(Level level, String why) {
        this.level = level;
        this.why = why;
    }

    /** How bad it is. */
    public Level level() {
        return level;
    }

    /** Why, the end of a sentence without its full stop. */
    public String why() {
        return why;
    }

    /** A name that stays, such as {@code open_object}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
