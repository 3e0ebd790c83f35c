package dev.makerai.responses;

import dev.makerai.internal.json.RecordFactory;
import dev.makerai.json.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the events that every stream of text or function calls brings; a test holds it equal to reflection. */
@SuppressWarnings({"unchecked", "NullAway"}) // The codecs give what the components hold; constructors check for null.
final class ReadEvents implements RecordFactory {
    private final RecordFactory others = new ReadRecords();

    @Override
    public @Nullable Object create(Class<?> type, @Nullable Object[] v) {
        if (type == ResponseEvent.Progress.class) {
            return new ResponseEvent.Progress((String) v[0], (Response) v[1], (Long) v[2], (SourceText) v[3]);
        } else if (type == ResponseEvent.Ended.class) {
            return new ResponseEvent.Ended((String) v[0], (Response) v[1], (Long) v[2], (SourceText) v[3]);
        } else if (type == OutputItemEvent.Added.class) {
            return new OutputItemEvent.Added((OutputItem) v[0], (Integer) v[1], (Long) v[2], (SourceText) v[3]);
        } else if (type == OutputItemEvent.Done.class) {
            return new OutputItemEvent.Done((OutputItem) v[0], (Integer) v[1], (Long) v[2], (SourceText) v[3]);
        } else if (type == ContentPartEvent.Added.class) {
            return new ContentPartEvent.Added(
                    (String) v[0], (Integer) v[1], (Integer) v[2], (OutputContent) v[3], (Long) v[4], (SourceText)
                            v[5]);
        } else if (type == ContentPartEvent.Done.class) {
            return new ContentPartEvent.Done(
                    (String) v[0], (Integer) v[1], (Integer) v[2], (OutputContent) v[3], (Long) v[4], (SourceText)
                            v[5]);
        }
        Object text = text(type, v);
        return text != null ? text : others.create(type, v);
    }

    private static @Nullable Object text(Class<?> type, @Nullable Object[] v) {
        if (type == OutputTextEvent.Delta.class) {
            return new OutputTextEvent.Delta(
                    (String) v[0],
                    (Integer) v[1],
                    (Integer) v[2],
                    (String) v[3],
                    (List<Logprob>) v[4],
                    (Long) v[5],
                    (SourceText) v[6]);
        } else if (type == OutputTextEvent.Done.class) {
            return new OutputTextEvent.Done(
                    (String) v[0],
                    (Integer) v[1],
                    (Integer) v[2],
                    (String) v[3],
                    (List<Logprob>) v[4],
                    (Long) v[5],
                    (SourceText) v[6]);
        } else if (type == FunctionCallEvent.ArgumentsDelta.class) {
            return new FunctionCallEvent.ArgumentsDelta(
                    (String) v[0], (Integer) v[1], (String) v[2], (Long) v[3], (SourceText) v[4]);
        } else if (type == FunctionCallEvent.ArgumentsDone.class) {
            return new FunctionCallEvent.ArgumentsDone(
                    (String) v[0], (Integer) v[1], (String) v[2], (String) v[3], (Long) v[4], (SourceText) v[5]);
        }
        return null;
    }

    /** A stream is worth reading without the indexes and numbers of its events: they are -1 then. */
    @Override
    public @Nullable Object missing(Class<?> type, Class<?> component) {
        if (!ResponseEvent.class.isAssignableFrom(type)) {
            return null;
        } else if (component == long.class) {
            return -1L;
        }
        return -1;
    }
}
