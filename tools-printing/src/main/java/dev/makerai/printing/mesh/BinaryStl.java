package dev.makerai.printing.mesh;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads binary STL: 80 bytes of header, the number of facets in 4, then 50 bytes a facet (a normal and three corners as
 * 32-bit floats, and 2 bytes that some programs use for colours). The size of the file decides over a number that does
 * not fit it.
 */
final class BinaryStl {
    static final int HEADER = 84;
    private static final int COUNT_AT = 80;
    private static final int FACET = 50;
    private static final int NORMAL_BYTES = 12;
    private static final int FLOAT = 4;

    private final StlInput input;
    private final FacetConsumer consumer;
    private final float[] block = new float[FacetConsumer.BLOCK * FacetConsumer.STRIDE];

    private BinaryStl(StlInput input, FacetConsumer consumer) {
        this.input = input;
        this.consumer = consumer;
    }

    /** Whether the size of the file is just what its number of facets asks for. */
    static boolean sizeFits(StlInput input) {
        return input.size() >= HEADER && input.size() == HEADER + FACET * declared(input);
    }

    /** Reads the file from its start; it has a whole header. */
    static StlContent read(StlInput input, FacetConsumer consumer) {
        List<MeshWarning> warnings = new ArrayList<>();
        long facets = facets(input, warnings);
        consumer.expect(facets);
        new BinaryStl(input, consumer).read(facets);
        return new StlContent(MeshFormat.STL_BINARY, 1, facets, warnings);
    }

    private static long declared(StlInput input) {
        return Integer.toUnsignedLong(input.buffer().getInt(input.buffer().position() + COUNT_AT));
    }

    private static long facets(StlInput input, List<MeshWarning> warnings) {
        long declared = declared(input);
        long whole = (input.size() - HEADER) / FACET;
        boolean exact = (input.size() - HEADER) % FACET == 0;
        if (exact && whole != declared) {
            warnings.add(MeshWarning.of(
                    "facet_count_mismatch",
                    "The header declares " + declared + " facets, but the size of the file is that of " + whole + "; "
                            + whole + " were read."));
        } else if (!exact && whole < declared) {
            warnings.add(MeshWarning.of(
                    "truncated",
                    "The file ends inside a facet: the header declares " + declared + ", and " + whole
                            + " whole ones were read. Export or download it again."));
        } else if (!exact) {
            long trailing = input.size() - HEADER - declared * FACET;
            warnings.add(MeshWarning.of(
                    "trailing_bytes",
                    "There are " + trailing + " bytes behind the " + declared + " facets that the header declares;"
                            + " they were not read."));
        }
        return exact ? whole : Math.min(declared, whole);
    }

    private void read(long facets) {
        input.buffer().position(input.buffer().position() + HEADER);
        long left = facets;
        while (left > 0) {
            if (input.buffer().remaining() < FACET && !input.fill()) {
                throw MeshFormatException.atOffset(
                        "unreadable", "The file became shorter while it was read.", HEADER + (facets - left) * FACET);
            }
            ByteBuffer buffer = input.buffer();
            int ready = (int) Math.min(Math.min(left, FacetConsumer.BLOCK), buffer.remaining() / FACET);
            decode(buffer, ready);
            if (ready > 0) {
                consumer.accept(block, ready);
            }
            left -= ready;
        }
    }

    private void decode(ByteBuffer buffer, int facets) {
        int at = buffer.position();
        int out = 0;
        for (int facet = 0; facet < facets; facet++) {
            for (int i = 0; i < NORMAL_BYTES; i += FLOAT) {
                block[out++] = buffer.getFloat(at + i);
            }
            for (int i = NORMAL_BYTES; i < FACET - 2; i += FLOAT) {
                // Adding 0 turns -0 into 0 and changes nothing else.
                block[out++] = buffer.getFloat(at + i) + 0f;
            }
            at += FACET;
        }
        buffer.position(at);
    }
}
