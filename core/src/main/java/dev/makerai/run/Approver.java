package dev.makerai.run;

import dev.makerai.tools.Effect;

/**
 * Decides whether a tool call that does more than look may be carried out. Without one every such call is denied.
 *
 * <pre>{@code
 * Run<String> run = ai.prompt("Preheat for PETG")
 *         .tools(new Printers())
 *         .approver(call -> operator.confirms(call.preview()) ? Approval.approve() : Approval.deny("Not now."))
 *         .run();
 * }</pre>
 *
 * <p>It is asked on the run's thread, in the order of the calls and before any of them begins; meanwhile the run's
 * deadline goes on. What it throws ends the run and reaches the caller.
 */
@FunctionalInterface
public interface Approver {
    /**
     * Decides.
     *
     * @param call what would be done; its arguments fit the tool's schema
     */
    Approval decide(PendingCall call);

    /**
     * Approves without asking anybody what does no more than a certain effect, and denies the rest. For tests, and for
     * tools that cannot do harm.
     *
     * @param most such as {@link Effect#WRITE}, to keep machines still
     */
    static Approver upTo(Effect most) {
        return call -> call.policy().effect().compareTo(most) <= 0
                ? Approval.approve("Approver.upTo(" + most + ")")
                : Approval.deny("Only calls up to " + most + " are allowed here.", "Approver.upTo(" + most + ")");
    }
}
