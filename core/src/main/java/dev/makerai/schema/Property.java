package dev.makerai.schema;

/**
 * A member of an object.
 *
 * @param name on the wire
 * @param description for the model; empty for none
 * @param plan of its values
 */
record Property(String name, String description, Plan plan) {}
