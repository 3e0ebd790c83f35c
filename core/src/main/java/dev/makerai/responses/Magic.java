package dev.makerai.responses;

/** Compares the first bytes of files. */
final class Magic {
    private Magic() {}

    /**
     * Whether some bytes stand at a place.
     *
     * @param bytes the file
     * @param offset the place
     * @param magic the wanted bytes, from 0 to 255
     */
    static boolean at(byte[] bytes, int offset, int... magic) {
        if (offset < 0 || bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether letters of ASCII stand at a place. */
    static boolean at(byte[] bytes, int offset, String letters) {
        return at(bytes, offset, letters.chars().toArray());
    }
}
