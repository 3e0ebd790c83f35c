package dev.makerai.run;

/**
 * Takes what a program keeps for its thread, such as the MDC of its log or a trace, along to the threads on which tools
 * run at the same time. A tool that runs alone, without a limit of time of its own, needs none: it runs on the thread of
 * the run.
 *
 * <pre>{@code
 * ContextCarrier customers = tool -> {
 *     String caller = CUSTOMER.get();
 *     return () -> {
 *         CUSTOMER.set(caller);
 *         tool.run();
 *     };
 * };
 * }</pre>
 */
@FunctionalInterface
public interface ContextCarrier {
    /** Carries nothing. */
    ContextCarrier NONE = tool -> tool;

    /**
     * Wraps a tool's work; called on the thread of the run.
     *
     * @param tool to be run once
     * @return what runs it on another thread
     */
    Runnable carry(Runnable tool);
}
