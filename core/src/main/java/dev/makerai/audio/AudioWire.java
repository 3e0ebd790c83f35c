package dev.makerai.audio;

import dev.makerai.internal.json.Codecs;

/** The records of this wire, which has no unions. */
final class AudioWire {
    static final Codecs CODECS = Codecs.builder().build();

    private AudioWire() {}
}
