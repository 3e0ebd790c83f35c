package dev.makerai.run;

import dev.makerai.responses.OutputTextEvent;
import dev.makerai.responses.Response;
import dev.makerai.responses.ResponseEvent;
import dev.makerai.responses.ResponseRequest;
import dev.makerai.responses.ResponseStream;
import dev.makerai.responses.Responses;
import dev.makerai.schema.Partial;
import dev.makerai.schema.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Asks for an answer that comes piece by piece. */
final class StreamedAnswer implements RoundAnswer {
    private final ResponseStream stream;
    private final Iterator<ResponseEvent> events;
    private final @Nullable AnswerDraft<?> draft;
    private final StringBuilder given = new StringBuilder();
    private @Nullable RunEvent ready;
    private @Nullable Response whole;

    private StreamedAnswer(ResponseStream stream, @Nullable AnswerDraft<?> draft) {
        this.stream = stream;
        this.events = stream.iterator();
        this.draft = draft;
    }

    static StreamedAnswer ofText(Responses responses, ResponseRequest request, Patience patience) {
        return new StreamedAnswer(responses.stream(request, patience.timeLeft(), patience.cancellation()), null);
    }

    /** Each response begins a new value: what a model says before it calls a tool is no part of its answer. */
    static StreamedAnswer of(Schema<?> answer, Responses responses, ResponseRequest request, Patience patience) {
        return new StreamedAnswer(
                responses.stream(request, patience.timeLeft(), patience.cancellation()), new AnswerDraft<>(answer));
    }

    @Override
    public @Nullable RunEvent next() {
        if (ready != null) {
            RunEvent event = ready;
            ready = null;
            return event;
        }
        if (whole != null) {
            return null;
        }
        if (!events.hasNext()) {
            whole = stream.response();
            stream.close();
            return end(whole.outputText());
        }
        ResponseEvent event = events.next();
        if (!(event instanceof OutputTextEvent.Delta delta)) {
            if (draft != null) {
                draft.see(event);
            }
            return new RunEvent.Received(event);
        }
        Partial<?> partial = draft == null ? null : draft.add(delta);
        if (draft == null) {
            given.append(delta.delta());
        }
        if (delta.delta().isEmpty()) {
            return partial == null ? new RunEvent.Received(event) : new RunEvent.PartialAnswer(partial);
        }
        ready = partial == null ? null : new RunEvent.PartialAnswer(partial);
        return new RunEvent.TextDelta(delta.delta());
    }

    /** Not every server sends the text in pieces, or all of them; the last partial has to be the value. */
    private @Nullable RunEvent end(String text) {
        if (draft != null) {
            Partial<?> last = draft.end(text);
            return last == null ? null : new RunEvent.PartialAnswer(last);
        }
        return text.length() > given.length() && text.startsWith(given.toString())
                ? new RunEvent.TextDelta(text.substring(given.length()))
                : null;
    }

    @Override
    public Response response() {
        if (whole == null) {
            throw new IllegalStateException("The answer is not whole yet");
        }
        return whole;
    }

    @Override
    public @Nullable Response soFar() {
        Response soFar = stream.soFar();
        return soFar.id().isEmpty() && soFar.output().isEmpty() ? null : soFar;
    }

    @Override
    public void close() {
        stream.close();
    }
}
