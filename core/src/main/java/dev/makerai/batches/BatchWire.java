package dev.makerai.batches;

import dev.makerai.internal.json.Codecs;

/** The records of this wire, which has no unions. */
final class BatchWire {
    static final Codecs CODECS = Codecs.builder().build();

    private BatchWire() {}
}
