package dev.makerai.audio;

import java.util.Objects;

/**
 * Who speaks.
 *
 * @param value the name on the wire
 */
public record Voice(String value) {
    /** The voice alloy. */
    public static final Voice ALLOY = new Voice("alloy");

    /** The voice ash. */
    public static final Voice ASH = new Voice("ash");

    /** The voice ballad. */
    public static final Voice BALLAD = new Voice("ballad");

    /** The voice coral. */
    public static final Voice CORAL = new Voice("coral");

    /** The voice echo. */
    public static final Voice ECHO = new Voice("echo");

    /** The voice sage. */
    public static final Voice SAGE = new Voice("sage");

    /** The voice shimmer. */
    public static final Voice SHIMMER = new Voice("shimmer");

    /** The voice verse. */
    public static final Voice VERSE = new Voice("verse");

    /** The voice marin. */
    public static final Voice MARIN = new Voice("marin");

    /** The voice cedar. */
    public static final Voice CEDAR = new Voice("cedar");

    /** Takes any name: the service may know more than the constants here. */
    public Voice {
        Objects.requireNonNull(value, "value");
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return value;
    }
}
