package dev.makerai.run;

import dev.makerai.responses.OutputItemEvent;
import dev.makerai.responses.OutputMessage;
import dev.makerai.responses.OutputTextEvent;
import dev.makerai.responses.ResponseEvent;
import dev.makerai.schema.Partial;
import dev.makerai.schema.PartialReader;
import dev.makerai.schema.Schema;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a typed answer while the events of its response come. */
final class AnswerDraft<T> {
    private final Schema<T> answer;
    private final PartialReader<T> reader;
    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> commentaries = new HashSet<>();

    AnswerDraft(Schema<T> answer) {
        this.answer = answer;
        this.reader = answer.partials();
    }

    /** Takes an event other than text: what a model says on the way is no part of its answer. */
    void see(ResponseEvent event) {
        if (event instanceof OutputItemEvent.Added added
                && added.item() instanceof OutputMessage message
                && message.isCommentary()) {
            commentaries.add(added.outputIndex());
        }
    }

    /** Takes the next piece of text; null if it tells nothing new. */
    @Nullable
    Partial<T> add(OutputTextEvent.Delta delta) {
        if (commentaries.contains(delta.outputIndex())) {
            return null;
        }
        text.append(delta.delta());
        return reader.add(delta.delta());
    }

    /** Takes the whole text; null if its pieces told all of it. */
    @Nullable
    Partial<T> end(String whole) {
        return whole.contentEquals(text) ? null : answer.partials().add(whole);
    }
}
