package dev.makerai.printing.mesh;

import java.nio.ByteBuffer;

/** Tells binary and text STL apart, and both from everything else, and reads either. */
final class StlReader {
    /** Bytes of the beginning that are looked at: more than any header, fewer than a buffer. */
    private static final int LOOKED_AT = 4096;

    private StlReader() {}

    /**
     * Gives every facet to the consumer.
     *
     * @throws MeshFormatException if it is not an STL file, or not one that can be read
     */
    static StlContent read(StlSource source, FacetConsumer consumer) {
        try (StlSource.Opened opened = source.open()) {
            if (opened.size() == 0) {
                throw MeshFormatException.of("empty_file", "The file is empty: it has no bytes.");
            }
            return read(StlInput.of(opened), consumer);
        }
    }

    private static StlContent read(StlInput input, FacetConsumer consumer) {
        // The size is the surest sign: no text has the bytes of a number of facets that fits it.
        if (BinaryStl.sizeFits(input)) {
            return BinaryStl.read(input, consumer);
        }
        boolean skipped = input.skipBlanks(LOOKED_AT);
        FileHead head = FileHead.of(input.buffer(), LOOKED_AT);
        if (head.startsWithWord("solid", "facet") && (head.isText() || head.hasFacetWords())) {
            ByteBuffer buffer = input.buffer();
            buffer.position(buffer.position() + head.markBytes());
            return AsciiStl.read(input, consumer);
        }
        String kind = head.otherKind();
        if (kind != null) {
            throw notStl("It looks like " + kind + ".");
        }
        if (skipped) {
            throw notStl("It begins with blanks, but neither \"solid\" nor \"facet\" comes behind them.");
        }
        if (input.size() < BinaryStl.HEADER) {
            throw notStl("It has " + input.size() + " bytes, fewer than the header of a binary STL file.");
        }
        return BinaryStl.read(input, consumer);
    }

    private static MeshFormatException notStl(String why) {
        return MeshFormatException.of("not_stl", "This is not an STL file. " + why);
    }
}
