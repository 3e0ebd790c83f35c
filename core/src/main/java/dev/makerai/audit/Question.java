package dev.makerai.audit;

import dev.makerai.responses.InputContent;
import dev.makerai.responses.InputItem;
import dev.makerai.responses.InputMessage;
import dev.makerai.responses.Role;
import dev.makerai.run.Run;
import java.util.List;

/** What a run was asked. */
final class Question {
    private Question() {}

    /** The parts of the last message of a person in the first request. */
    static List<InputContent> parts(Run<?> run) {
        List<InputItem> input = run.firstRequest().input();
        for (int i = input.size() - 1; i >= 0; i--) {
            if (input.get(i) instanceof InputMessage message && message.role().equals(Role.USER)) {
                return message.content();
            }
        }
        return List.of();
    }

    /** Its texts; empty if there are none. */
    static String text(Run<?> run) {
        return InputMessage.of(Role.USER, parts(run)).text();
    }
}
