package dev.makerai.tools;

/** What a tool does to the world, and so how much care its calls need. */
public enum Effect {
    /** It only looks: nothing is different afterwards. */
    READ,
    /** It changes data, such as a file, a price or a queue. Each call has to be approved. */
    WRITE,
    /**
     * It moves or heats a machine. Each call has to be approved, a device gets one call at a time, and a call is never
     * carried out twice in a run.
     */
    MACHINE
}
