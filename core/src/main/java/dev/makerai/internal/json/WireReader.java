package dev.makerai.internal.json;

import com.squareup.moshi.JsonReader;
import dev.makerai.internal.scan.HeapShare;
import dev.makerai.internal.scan.JsonPath;
import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document that lies whole in memory and knows at which byte it is, so that the exact text of a value is a
 * slice of the document: nothing is read twice and no segment is shared.
 *
 * <p>A value that does not fit its type is skipped and noted. Whoever can live without it goes on; a union turns the
 * whole item into its unknown case; only a document whose root cannot be made is refused.
 */
public final class WireReader {
    /** As objects the values of a document take many times its size; this many of the smallest fit. */
    private static final int MOST_VALUES = HeapShare.bytes(16_000_000, 512);

    private final byte[] document;
    private final int mostValues;
    private final Buffer rest = new Buffer();
    private final JsonReader reader;

    /** Where the text before the next value ends: behind a name, a bracket or the value before. */
    private int mark;

    private int values;
    private int mismatches;
    private @Nullable String problem;
    private int problemAt;

    WireReader(byte[] document) {
        this(document, MOST_VALUES);
    }

    WireReader(byte[] document, int mostValues) {
        this.document = document;
        this.mostValues = mostValues;
        rest.write(document);
        this.reader = JsonReader.of(rest);
    }

    /** Gives the memory back to the pool. */
    void close() {
        rest.clear();
    }

    byte[] document() {
        return document;
    }

    /** The path of the value that is being read. */
    String path() {
        return JsonPath.at(document, position());
    }

    /** What kind of value comes next. */
    public JsonReader.Token peek() throws IOException {
        return reader.peek();
    }

    void beginObject() throws IOException {
        reader.beginObject();
    }

    void endObject() throws IOException {
        reader.endObject();
    }

    /** Enters an array. */
    public void beginArray() throws IOException {
        reader.beginArray();
    }

    /** Leaves an array. */
    public void endArray() throws IOException {
        reader.endArray();
    }

    /**
     * Whether the object or array goes on.
     *
     * @throws IOException if the document is not JSON, or holds more values than are kept
     */
    public boolean hasNext() throws IOException {
        mark = position();
        if (++values > mostValues) {
            throw new TooManyValuesException("There are more than " + mostValues
                    + " members and elements, the most that are kept (one for each 512 bytes of the heap)");
        }
        return reader.hasNext();
    }

    /** The index of the next member's name, or -1 if it is none of the options; the name is read in either case. */
    int nextName(JsonReader.Options names) throws IOException {
        int index = reader.selectName(names);
        if (index < 0) {
            reader.skipName();
        }
        mark = position();
        return index;
    }

    /** The next member's name. */
    String nextName() throws IOException {
        String name = reader.nextName();
        mark = position();
        return name;
    }

    /** The characters of a string, or the digits of a number. */
    public String nextString() throws IOException {
        return reader.nextString();
    }

    boolean nextBoolean() throws IOException {
        return reader.nextBoolean();
    }

    long nextLong() throws IOException {
        return reader.nextLong();
    }

    /** Passes over the next value, whatever it is. */
    void skipValue() throws IOException {
        reader.skipValue();
    }

    /** Passes over the next value if it is null. */
    public boolean skipNull() throws IOException {
        if (reader.peek() != JsonReader.Token.NULL) {
            return false;
        }
        reader.skipValue();
        return true;
    }

    /** The next value's exact text. */
    Json nextJson() throws IOException {
        int start = valueStart();
        reader.skipValue();
        return json(start);
    }

    /** Where the value begins that comes next, or has just been read if it has no members or elements. */
    int valueStart() {
        int start = mark;
        while (start < document.length && isSeparator(document[start])) {
            start++;
        }
        return start;
    }

    /** Whether only white space is left. */
    boolean atEnd() throws IOException {
        // Moshi takes the byte 0xFF for the end of the text, whatever comes behind it.
        return reader.peek() == JsonReader.Token.END_DOCUMENT && isBlankFrom(position());
    }

    private boolean isBlankFrom(int start) {
        for (int i = start; i < document.length; i++) {
            if (document[i] < 0 || document[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Where the object begins whose brace {@link #peek} has just seen. */
    int objectStart() {
        return position() - 1;
    }

    /** The text from a start to here. */
    Json json(int start) {
        return Json.trusted(new String(document, start, position() - start, StandardCharsets.UTF_8));
    }

    /** The text from a start to here, not yet taken out of the document. */
    SourceText sourceText(int start) {
        return SourceText.of(document, start, position() - start);
    }

    /**
     * Skips the next value because it does not fit.
     *
     * @param expected what would have fitted, such as "a string"
     * @return null, for the codec to return
     */
    public <T> @Nullable T mismatch(String expected) throws IOException {
        JsonReader.Token found = reader.peek();
        note("Expected " + expected + " but found " + name(found), valueStart());
        reader.skipValue();
        return null;
    }

    /** Notes that the value which was read last, one without members or elements, cannot be used. */
    void noteLast(String problem) {
        note(problem, valueStart());
    }

    /**
     * Notes that a value cannot be used.
     *
     * @param start where it begins
     */
    void note(String problem, int start) {
        mismatches++;
        if (this.problem == null) {
            this.problem = problem;
            this.problemAt = start;
        }
    }

    /** How many mismatches were noted and not forgiven. */
    int mismatches() {
        return mismatches;
    }

    /** Forgets the mismatches that came after a count, since their item is kept as text. */
    void forgiveSince(int count) {
        mismatches = count;
        if (count == 0) {
            problem = null;
        }
    }

    /** The first mismatch that was noted, or null. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Where the first mismatch was; the whole if there was none. */
    String problemPath() {
        return problem == null ? "$" : JsonPath.at(document, problemAt);
    }

    private int position() {
        return document.length - (int) rest.size();
    }

    private static boolean isSeparator(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == ':' || b == ',';
    }

    private static String name(JsonReader.Token token) {
        return switch (token) {
            case BEGIN_OBJECT -> "an object";
            case BEGIN_ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            default -> "no value";
        };
    }

    /** A document that would fill the memory. */
    static final class TooManyValuesException extends IOException {
        private static final long serialVersionUID = 1L;

        TooManyValuesException(String message) {
            super(message);
        }
    }
}
