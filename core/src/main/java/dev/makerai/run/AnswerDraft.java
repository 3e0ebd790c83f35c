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
import java.util.function.Consumer;

/** Shows a typed answer while the events of its response come. */
final class AnswerDraft<T> {
    private final Schema<T> answer;
    private final Consumer<? super Partial<T>> onPartial;
    private final PartialReader<T> reader;
    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> commentaries = new HashSet<>();

    AnswerDraft(Schema<T> answer, Consumer<? super Partial<T>> onPartial) {
        this.answer = answer;
        this.onPartial = onPartial;
        this.reader = answer.partials();
    }

    /** Takes the next event; what a model says on the way is no part of its answer. */
    void add(ResponseEvent event) {
        if (event instanceof OutputItemEvent.Added added
                && added.item() instanceof OutputMessage message
                && message.isCommentary()) {
            commentaries.add(added.outputIndex());
        } else if (event instanceof OutputTextEvent.Delta delta && !commentaries.contains(delta.outputIndex())) {
            text.append(delta.delta());
            show(reader, delta.delta());
        }
    }

    /**
     * Takes the whole text: not every server sends the pieces, or all of them, and the last partial has to be the value.
     */
    void end(String whole) {
        if (!whole.contentEquals(text)) {
            show(answer.partials(), whole);
        }
    }

    private void show(PartialReader<T> reader, String piece) {
        Partial<T> partial = reader.add(piece);
        if (partial != null) {
            onPartial.accept(partial);
        }
    }
}
