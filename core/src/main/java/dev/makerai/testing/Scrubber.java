package dev.makerai.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of what is recorded, also where they are escaped, or cut by the end of a chunk. */
final class Scrubber {
    private static final byte[] MASK = "[secret]".getBytes(StandardCharsets.US_ASCII);

    private static final int SHORTEST = 4;

    /** Keys, short-lived keys, webhook secrets, and the ids of organisations and projects, by their forms. */
    private static final Pattern FORMS = Pattern.compile("(?<![A-Za-z0-9])(?:(?:sk|ek)[-_][A-Za-z0-9_-]{8,}"
            + "|whsec_[A-Za-z0-9+/=_-]{8,}|org-[A-Za-z0-9]{12,}|proj_[A-Za-z0-9]{8,})"
            + "|(?<=[Bb]earer )[^\\s\"'\\\\]+");

    private final Set<String> secrets = new LinkedHashSet<>();

    /** Adds a text that is never written; one of less than four characters is none. */
    synchronized void add(String secret) {
        if (secret.length() >= SHORTEST) {
            secrets.add(secret);
        }
    }

    byte[] scrub(byte[] body) {
        return scrub(List.of(body)).get(0);
    }

    String scrub(String text) {
        return new String(scrub(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** The same chunks without secrets; one that lies across chunks is replaced in the first of them. */
    List<byte[]> scrub(List<byte[]> chunks) {
        byte[] all = Bytes.joined(chunks);
        boolean[] isSecret = new boolean[all.length];
        boolean[] begins = new boolean[all.length];
        boolean found = false;
        // One character for each byte, so that places in the text are places in the body.
        String text = new String(all, StandardCharsets.ISO_8859_1);
        for (Pattern pattern : patterns()) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found = true;
                begins[matcher.start()] = !isSecret[matcher.start()];
                for (int i = matcher.start(); i < matcher.end(); i++) {
                    begins[i] &= i == matcher.start();
                    isSecret[i] = true;
                }
            }
        }
        if (!found) {
            return List.copyOf(chunks);
        }
        List<byte[]> scrubbed = new ArrayList<>();
        int from = 0;
        for (byte[] chunk : chunks) {
            scrubbed.add(without(all, from, from + chunk.length, isSecret, begins));
            from += chunk.length;
        }
        return scrubbed;
    }

    private static byte[] without(byte[] all, int from, int to, boolean[] isSecret, boolean[] begins) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (!isSecret[i]) {
                out.write(all[i]);
            } else if (begins[i]) {
                out.writeBytes(MASK);
            }
        }
        return out.toByteArray();
    }

    private synchronized List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>(List.of(FORMS));
        for (String secret : secrets) {
            patterns.add(escaped(secret));
        }
        return patterns;
    }

    /** A text in JSON, however its characters are escaped there, also in a string of a string. */
    private static Pattern escaped(String secret) {
        StringBuilder regex = new StringBuilder();
        for (byte b : secret.getBytes(StandardCharsets.UTF_8)) {
            String plain = Pattern.quote(String.valueOf((char) (b & 0xFF)));
            regex.append("(?:\\\\*").append(plain);
            if (b > 0) {
                regex.append(String.format("|\\\\+u(?i:%04x)", b));
            }
            regex.append(')');
        }
        return Pattern.compile(regex.toString());
    }
}
