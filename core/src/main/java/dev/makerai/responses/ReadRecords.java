package dev.makerai.responses;

import dev.makerai.internal.json.RecordFactory;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the records that responses consist of; a test holds it equal to what reflection makes. */
@SuppressWarnings({"unchecked", "NullAway"}) // The codecs give what the components hold; constructors check for null.
final class ReadRecords implements RecordFactory {
    @Override
    public @Nullable Object create(Class<?> type, @Nullable Object[] v) {
        if (type == Response.class) {
            return new Response(
                    (String) v[0],
                    (ResponseStatus) v[1],
                    (String) v[2],
                    (List<OutputItem>) v[3],
                    (Usage) v[4],
                    (ResponseError) v[5],
                    (IncompleteDetails) v[6],
                    (Instant) v[7],
                    (ServiceTier) v[8],
                    (Map<String, String>) v[9],
                    (String) v[10],
                    (SourceText) v[11]);
        } else if (type == OutputMessage.class) {
            return new OutputMessage(
                    (String) v[0],
                    (Role) v[1],
                    (MessagePhase) v[2],
                    (ItemStatus) v[3],
                    (List<OutputContent>) v[4],
                    (SourceText) v[5]);
        } else if (type == OutputText.class) {
            return new OutputText((String) v[0], (List<Annotation>) v[1], (List<Logprob>) v[2]);
        } else if (type == FunctionCall.class) {
            return new FunctionCall(
                    (String) v[0],
                    (String) v[1],
                    (String) v[2],
                    (String) v[3],
                    (String) v[4],
                    (Boolean) v[5],
                    (ToolCaller) v[6],
                    (ItemStatus) v[7],
                    (SourceText) v[8]);
        } else if (type == Reasoning.class) {
            return new Reasoning(
                    (String) v[0],
                    (List<Reasoning.SummaryText>) v[1],
                    (List<Reasoning.ReasoningText>) v[2],
                    (String) v[3],
                    (ItemStatus) v[4],
                    (SourceText) v[5]);
        } else if (type == Usage.class) {
            return new Usage((Long) v[0], (Usage.InputDetails) v[1], (Long) v[2], (Usage.OutputDetails) v[3]);
        }
        return small(type, v);
    }

    private static @Nullable Object small(Class<?> type, @Nullable Object[] v) {
        if (type == ResponseStatus.class) {
            return new ResponseStatus((String) v[0]);
        } else if (type == ItemStatus.class) {
            return new ItemStatus((String) v[0]);
        } else if (type == Role.class) {
            return new Role((String) v[0]);
        } else if (type == ServiceTier.class) {
            return new ServiceTier((String) v[0]);
        } else if (type == Usage.InputDetails.class) {
            return new Usage.InputDetails((Long) v[0], (Long) v[1], (Usage.CacheWrites) v[2]);
        } else if (type == Usage.CacheWrites.class) {
            return new Usage.CacheWrites((Long) v[0], (Long) v[1]);
        } else if (type == MessagePhase.class) {
            return new MessagePhase((String) v[0]);
        } else if (type == Usage.OutputDetails.class) {
            return new Usage.OutputDetails((Long) v[0]);
        } else if (type == Reasoning.SummaryText.class) {
            return new Reasoning.SummaryText((String) v[0]);
        } else if (type == OutputItem.Unknown.class) {
            return new OutputItem.Unknown((String) v[0], (Json) v[1]);
        }
        return null;
    }
}
