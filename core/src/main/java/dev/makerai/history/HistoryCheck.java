package dev.makerai.history;

import dev.makerai.responses.InputItem;
import java.util.List;

/**
 * Whether a service would take a history as input, said in words, and a history that it would take.
 *
 * <pre>{@code
 * HistoryCheck check = HistoryCheck.of(items);
 * check.problems().forEach(System.out::println);
 * ResponseRequest request = ResponseRequest.builder("gpt-6.1-sol")
 *         .store(false)
 *         .input(check.repaired())
 *         .build();
 * }</pre>
 *
 * @param problems all that is wrong, in the order of the items; empty if the history is fine
 * @param repaired the same history without these problems; what cannot be repaired is left as it is
 */
public record HistoryCheck(List<HistoryProblem> problems, List<InputItem> repaired) {
    /** Copies the lists. */
    public HistoryCheck {
        problems = List.copyOf(problems);
        repaired = List.copyOf(repaired);
    }

    /**
     * Checks a history that the program keeps: the service knows nothing of it.
     *
     * @param items the whole input of a request
     */
    public static HistoryCheck of(List<? extends InputItem> items) {
        return new HistoryExamination(items, false).result();
    }

    /**
     * Checks the input of a request whose items the service has stored, so that they can be referred to.
     *
     * @param items the input, which stands alone: nothing is gone on from
     */
    public static HistoryCheck ofStored(List<? extends InputItem> items) {
        return new HistoryExamination(items, true).result();
    }

    /** Whether nothing is wrong. */
    public boolean isValid() {
        return problems.isEmpty();
    }
}
