package dev.makerai.strict;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What strict mode does with each keyword of JSON Schema. */
final class Keywords {
    static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "object", "array", "null");

    static final Set<String> FORMATS =
            Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

    /** Taken, beside the types that they speak of. */
    static final Map<String, Set<String>> OF_TYPE = Map.ofEntries(
            Map.entry("pattern", Set.of("string")),
            Map.entry("format", Set.of("string")),
            Map.entry("minLength", Set.of("string")),
            Map.entry("maxLength", Set.of("string")),
            Map.entry("minimum", Set.of("number", "integer")),
            Map.entry("maximum", Set.of("number", "integer")),
            Map.entry("exclusiveMinimum", Set.of("number", "integer")),
            Map.entry("exclusiveMaximum", Set.of("number", "integer")),
            Map.entry("multipleOf", Set.of("number", "integer")),
            Map.entry("items", Set.of("array")),
            Map.entry("minItems", Set.of("array")),
            Map.entry("maxItems", Set.of("array")),
            Map.entry("properties", Set.of("object")),
            Map.entry("required", Set.of("object")),
            Map.entry("additionalProperties", Set.of("object")));

    /** Taken with any type. */
    static final Set<String> OF_ANY = Set.of("type", "enum", "const", "anyOf", "$ref", "$defs", "title", "description");

    /** In neither of the service's lists. */
    static final Map<String, String> UNCLEAR = Map.ofEntries(
            Map.entry("minLength", "Say it in the description"),
            Map.entry("maxLength", "Say it in the description"),
            Map.entry("default", "Say it in the description"),
            Map.entry("examples", "Say them in the description"),
            Map.entry("$schema", "Leave it out"),
            Map.entry("$id", "Leave it out"),
            Map.entry("$comment", "Leave it out"),
            Map.entry("deprecated", "Say it in the description"),
            Map.entry("readOnly", "Leave it out"),
            Map.entry("writeOnly", "Leave it out"));

    /** Refused, with what to write instead. */
    static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("allOf", "Write out what its parts say together as one schema"),
            Map.entry("oneOf", "Write anyOf, and see that no value fits two of them"),
            Map.entry("not", "Say in the description what is not allowed"),
            Map.entry("if", "Make the cases alternatives of an anyOf"),
            Map.entry("then", "Make the cases alternatives of an anyOf"),
            Map.entry("else", "Make the cases alternatives of an anyOf"),
            Map.entry("dependentRequired", "Make the cases alternatives of an anyOf"),
            Map.entry("dependentSchemas", "Make the cases alternatives of an anyOf"),
            Map.entry("dependencies", "Make the cases alternatives of an anyOf"),
            Map.entry("patternProperties", "Take an array of objects with a key and a value"),
            Map.entry("propertyNames", "Take an array of objects with a key and a value"),
            Map.entry("minProperties", "Say it in the description"),
            Map.entry("maxProperties", "Say it in the description"),
            Map.entry("prefixItems", "Take an object with a property for each position"),
            Map.entry("additionalItems", "Take an object with a property for each position"),
            Map.entry("contains", "Say it in the description"),
            Map.entry("minContains", "Say it in the description"),
            Map.entry("maxContains", "Say it in the description"),
            Map.entry("uniqueItems", "Say in the description that no value may be there twice"),
            Map.entry("unevaluatedProperties", "Write \"additionalProperties\": false"),
            Map.entry("unevaluatedItems", "Leave it out"),
            Map.entry("contentEncoding", "Say it in the description"),
            Map.entry("contentMediaType", "Say it in the description"),
            Map.entry("contentSchema", "Say it in the description"),
            Map.entry("nullable", "Add \"null\" to the type"),
            Map.entry("definitions", "Rename it to $defs, and with it the references"),
            Map.entry("$anchor", "Refer to #/$defs/NAME"),
            Map.entry("$dynamicRef", "Refer to #/$defs/NAME"),
            Map.entry("$dynamicAnchor", "Refer to #/$defs/NAME"),
            Map.entry("$recursiveRef", "Refer to #"),
            Map.entry("$recursiveAnchor", "Refer to #"),
            Map.entry("$vocabulary", "Leave it out"));

    /** Say something to people only: no value is refused for them. */
    static final Set<String> ANNOTATIONS = Set.of(
            "title",
            "description",
            "default",
            "examples",
            "example",
            "$schema",
            "$id",
            "id",
            "$comment",
            "deprecated",
            "readOnly",
            "writeOnly",
            "$vocabulary",
            "$defs",
            "definitions",
            "$anchor");

    /** Whose values are schemas that a value has to fit without going down into it. */
    static final List<String> SAME_VALUE_LISTS = List.of("anyOf", "oneOf", "allOf");

    static final List<String> SAME_VALUE = List.of("not", "if", "then", "else");

    private Keywords() {}
}
