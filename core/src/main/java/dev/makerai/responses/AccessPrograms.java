package dev.makerai.responses;

import org.jspecify.annotations.Nullable;

/**
 * Which programs of trusted access a request makes use of; the organization has to be in them.
 *
 * @param cyber the program for security work, such as {@code daybreak_blue}; null for none
 */
public record AccessPrograms(@Nullable String cyber) {
    /** Security work as everybody may do it. */
    public static final AccessPrograms CYBER_STANDARD = new AccessPrograms("standard");

    /** Security work that defends. */
    public static final AccessPrograms CYBER_DAYBREAK_BLUE = new AccessPrograms("daybreak_blue");

    /** Security work that attacks, to test. */
    public static final AccessPrograms CYBER_DAYBREAK_RED = new AccessPrograms("daybreak_red");
}
