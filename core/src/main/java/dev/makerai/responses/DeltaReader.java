package dev.makerai.responses;

import dev.makerai.json.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events that bring a piece of text, of which a stream mostly consists, straight from their bytes: nothing is
 * made but the event and its text.
 *
 * <p>It takes only what it is sure of: an object of exactly the known members, with no likelihoods, and at most the
 * filler {@code obfuscation} beside them. Everything else is left to the general reader, which finds the same in what
 * this one takes. For one stream and one thread.
 */
final class DeltaReader {
    private static final int TYPE = 1;
    private static final int SEQUENCE_NUMBER = 1 << 1;
    private static final int ITEM_ID = 1 << 2;
    private static final int OUTPUT_INDEX = 1 << 3;
    private static final int DELTA = 1 << 4;
    private static final int CONTENT_INDEX = 1 << 5;
    private static final int SUMMARY_INDEX = 1 << 6;
    private static final int LOGPROBS = 1 << 7;
    private static final int OBFUSCATION = 1 << 8;
    private static final int ALWAYS = TYPE | SEQUENCE_NUMBER | ITEM_ID | OUTPUT_INDEX | DELTA;

    /** In the order of their bits. */
    private static final byte[][] MEMBERS = bytes(
            "type",
            "sequence_number",
            "item_id",
            "output_index",
            "delta",
            "content_index",
            "summary_index",
            "logprobs",
            "obfuscation");

    private static final byte[][] TYPES = bytes(
            OutputTextEvent.Delta.TYPE,
            FunctionCallEvent.ArgumentsDelta.TYPE,
            ReasoningEvent.SummaryTextDelta.TYPE,
            ReasoningEvent.TextDelta.TYPE,
            RefusalEvent.Delta.TYPE,
            CustomToolCallEvent.InputDelta.TYPE,
            HostedToolEvent.McpArgumentsDelta.TYPE,
            HostedToolEvent.CodeDelta.TYPE);

    private final FlatJson json = new FlatJson();
    private byte[] lastIdBytes = {};
    private String lastId = "";

    private int type;
    private int outputIndex;
    private int partIndex;
    private long sequenceNumber;
    private String itemId = "";
    private @Nullable String delta;

    /**
     * Reads an event.
     *
     * @param bytes hold it; they are not kept
     * @param offset where it begins
     * @param length how many bytes it has
     * @return the event, or null to leave it to the general reader
     */
    @Nullable
    ResponseEvent read(byte[] bytes, int offset, int length) {
        json.start(bytes, offset, length);
        if (!json.skip('{')) {
            return null;
        }
        int seen = 0;
        do {
            int member = member();
            if ((seen & member) != 0 || !json.skip(':') || !value(member)) {
                return null;
            }
            seen |= member;
        } while (json.skip(','));
        return json.skip('}') && json.atEnd() ? event(seen) : null;
    }

    /** The piece of text of the event that was read last. */
    String text() {
        return delta == null ? "" : delta;
    }

    /** The bit of the member whose name comes next; all bits, which no event has, if there is none. */
    private int member() {
        if (json.string()) {
            for (int i = 0; i < MEMBERS.length; i++) {
                if (json.equalTo(MEMBERS[i])) {
                    return 1 << i;
                }
            }
        }
        return -1;
    }

    private boolean value(int member) {
        switch (member) {
            case TYPE:
                return json.string() && isType();
            case DELTA:
                delta = json.string() ? json.text() : null;
                return delta != null;
            case ITEM_ID:
                return json.string() && isItemId();
            case LOGPROBS:
                return json.skip('[') && json.skip(']');
            case OBFUSCATION:
                return json.string() && json.isPlain();
            case SEQUENCE_NUMBER:
                sequenceNumber = json.number();
                return sequenceNumber >= 0;
            case OUTPUT_INDEX:
                outputIndex = json.index();
                return outputIndex >= 0;
            case CONTENT_INDEX, SUMMARY_INDEX:
                partIndex = json.index();
                return partIndex >= 0;
            default:
                return false;
        }
    }

    private boolean isType() {
        for (int i = 0; i < TYPES.length; i++) {
            if (json.equalTo(TYPES[i])) {
                type = i;
                return true;
            }
        }
        return false;
    }

    /** Takes the id, which for a thousand events in turn is the same. */
    private boolean isItemId() {
        if (!json.equalTo(lastIdBytes)) {
            String id = json.text();
            if (id == null) {
                return false;
            }
            lastId = id;
            lastIdBytes = json.bytes();
        }
        itemId = lastId;
        return true;
    }

    private @Nullable ResponseEvent event(int seen) {
        String text = delta;
        int members = seen & ~OBFUSCATION;
        if (text == null) {
            return null;
        }
        SourceText none = SourceText.NONE;
        return switch (type) {
            case 0 ->
                (members & ~LOGPROBS) != (ALWAYS | CONTENT_INDEX)
                        ? null
                        : new OutputTextEvent.Delta(
                                itemId, outputIndex, partIndex, text, List.of(), sequenceNumber, none);
            case 1 ->
                members != ALWAYS
                        ? null
                        : new FunctionCallEvent.ArgumentsDelta(itemId, outputIndex, text, sequenceNumber, none);
            case 2 ->
                members != (ALWAYS | SUMMARY_INDEX)
                        ? null
                        : new ReasoningEvent.SummaryTextDelta(
                                itemId, outputIndex, partIndex, text, sequenceNumber, none);
            case 3 ->
                members != (ALWAYS | CONTENT_INDEX)
                        ? null
                        : new ReasoningEvent.TextDelta(itemId, outputIndex, partIndex, text, sequenceNumber, none);
            case 4 ->
                members != (ALWAYS | CONTENT_INDEX)
                        ? null
                        : new RefusalEvent.Delta(itemId, outputIndex, partIndex, text, sequenceNumber, none);
            case 5 ->
                members != ALWAYS
                        ? null
                        : new CustomToolCallEvent.InputDelta(itemId, outputIndex, text, sequenceNumber, none);
            case 6 ->
                members != ALWAYS
                        ? null
                        : new HostedToolEvent.McpArgumentsDelta(itemId, outputIndex, text, sequenceNumber, none);
            default ->
                members != ALWAYS
                        ? null
                        : new HostedToolEvent.CodeDelta(itemId, outputIndex, text, sequenceNumber, none);
        };
    }

    private static byte[][] bytes(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }
}
