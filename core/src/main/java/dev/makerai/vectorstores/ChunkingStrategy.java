package dev.makerai.vectorstores;

import dev.makerai.internal.json.WireName;
import dev.makerai.json.Json;
import java.util.Objects;

/** How a file is cut into the chunks that a search finds. */
public sealed interface ChunkingStrategy
        permits ChunkingStrategy.Auto, ChunkingStrategy.Static, ChunkingStrategy.Other, ChunkingStrategy.Unknown {
    /** As the service thinks best, at present chunks of 800 tokens that overlap by 400. */
    ChunkingStrategy AUTO = new Auto();

    /**
     * Chunks of one size.
     *
     * @param maxChunkSizeTokens the most tokens of a chunk, 100 to 4096
     * @param chunkOverlapTokens how many tokens two neighbours share, at most half of a chunk
     */
    static ChunkingStrategy of(int maxChunkSizeTokens, int chunkOverlapTokens) {
        if (maxChunkSizeTokens < Sizes.LEAST || maxChunkSizeTokens > Sizes.MOST) {
            throw new IllegalArgumentException(
                    "A chunk can have " + Sizes.LEAST + " to " + Sizes.MOST + " tokens, but not " + maxChunkSizeTokens);
        }
        if (chunkOverlapTokens < 0 || chunkOverlapTokens > maxChunkSizeTokens / 2) {
            throw new IllegalArgumentException("Chunks of " + maxChunkSizeTokens + " tokens can overlap by 0 to "
                    + maxChunkSizeTokens / 2 + " tokens, but not by " + chunkOverlapTokens);
        }
        return new Static(new Sizes(maxChunkSizeTokens, chunkOverlapTokens));
    }

    /** As the service thinks best. */
    record Auto() implements ChunkingStrategy {}

    /**
     * Chunks of one size.
     *
     * @param sizes how large they are
     */
    record Static(@WireName("static") Sizes sizes) implements ChunkingStrategy {
        /** Needs the sizes. */
        public Static {
            Objects.requireNonNull(sizes, "sizes");
        }
    }

    /** Of a file that was attached before the service kept how it was cut. */
    record Other() implements ChunkingStrategy {}

    /**
     * A way that this version does not model.
     *
     * @param type the kind on the wire; empty if it has none
     * @param raw the exact form
     */
    record Unknown(String type, Json raw) implements ChunkingStrategy {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }

    /**
     * How large chunks are.
     *
     * @param maxChunkSizeTokens the most tokens of a chunk
     * @param chunkOverlapTokens how many tokens two neighbours share
     */
    record Sizes(int maxChunkSizeTokens, int chunkOverlapTokens) {
        private static final int LEAST = 100;
        private static final int MOST = 4096;
    }
}
