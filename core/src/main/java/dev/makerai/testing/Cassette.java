package dev.makerai.testing;

import dev.makerai.MakerAi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Real answers of the service in a file: recorded once, replayed from then on without network and key.
 *
 * <pre>{@code
 * try (Cassette cassette = Cassette.open(Path.of("src/test/cassettes/price.jsonl"))) {
 *     String answer = cassette.ai().prompt("Price of PETG?").tools(new Shop()).run().value();
 *     System.out.println(answer);
 * }
 * }</pre>
 *
 * <p>Answers keep the pieces in which they came, so that a stream is read as it was. A request is answered by the first
 * recorded one with the same method, path and body that has not been taken; the order of members in JSON and the
 * boundary of multipart bodies do not count. One that was not recorded is an {@link IllegalStateException} that names
 * the first difference.
 *
 * <p>Nothing secret is written: of headers only those that the client reads in answers; in addresses and bodies the key
 * of the request, and whatever looks like a key, a webhook secret, or the id of an organisation or project, is masked.
 * Name others with {@link #secret}. What models and people say is there in full: look at a cassette before you publish
 * it. WebSockets are not recorded; the client goes on over HTTP.
 *
 * <p>Safe for use by several threads.
 */
public final class Cassette implements AutoCloseable {
    private static final String REPLAY_URL = "http://cassette.invalid/v1";

    private final Path file;
    private final Scrubber scrubber;
    private final Set<String> ignored = ConcurrentHashMap.newKeySet();
    private final @Nullable Recorder recorder;
    private final @Nullable Player player;
    private final List<Interaction> before;
    private List<String> drift = List.of();
    private boolean isClosed;

    private Cassette(Path file, boolean isRecording) {
        this.file = file;
        this.scrubber = new Scrubber();
        this.before = Files.exists(file) ? CassetteFile.read(file) : List.of();
        this.recorder = isRecording ? new Recorder(scrubber) : null;
        this.player = isRecording ? null : new Player(file.getFileName().toString(), before, scrubber, ignored);
        if (isRecording) {
            reserve();
        }
    }

    /**
     * Replays a file that is there; otherwise records it. With the system property {@code makerai.cassettes} set to
     * {@code record}, records it anew.
     *
     * @throws IllegalStateException if the file is broken, or another cassette is recording it
     * @throws UncheckedIOException if it cannot be read or written
     */
    public static Cassette open(Path file) {
        return "record".equals(System.getProperty("makerai.cassettes")) || !Files.exists(file)
                ? record(file)
                : replay(file);
    }

    /**
     * Records a file, which takes the place of one that is there when this is closed.
     *
     * @throws IllegalStateException if another cassette is recording it
     * @throws UncheckedIOException if it cannot be written
     */
    public static Cassette record(Path file) {
        return new Cassette(file, true);
    }

    /**
     * Replays a file.
     *
     * @throws IllegalStateException if it is broken
     * @throws UncheckedIOException if it is not there or cannot be read
     */
    public static Cassette replay(Path file) {
        if (!Files.exists(file)) {
            throw new UncheckedIOException(new NoSuchFileException(file.toString(), null, "no cassette"));
        }
        return new Cassette(file, false);
    }

    /**
     * Never writes a text; the key and its like are known without this.
     *
     * @param secret at least four characters
     * @return this cassette
     */
    public Cassette secret(String secret) {
        scrubber.add(secret);
        return this;
    }

    /**
     * Lets members of requests differ from what was recorded, wherever they stand, such as a date.
     *
     * @param members their names
     * @return this cassette
     */
    public Cassette ignoring(String... members) {
        ignored.addAll(List.of(members));
        return this;
    }

    /** Whether this records. */
    public boolean isRecording() {
        return recorder != null;
    }

    /**
     * A client whose requests go through this: to the service of {@link MakerAi#fromEnv} while it records, nowhere while
     * it replays.
     *
     * @throws dev.makerai.errors.ConfigurationException if this records and there is no key in the environment
     */
    public MakerAi ai() {
        MakerAi.Builder builder = isRecording()
                ? MakerAi.fromEnv().toBuilder()
                : MakerAi.builder().baseUrl(REPLAY_URL);
        return builder.httpClient(over(new OkHttpClient()))
                .timeout(Duration.ofMinutes(10))
                .build();
    }

    /**
     * Your own HTTP client, with its requests going through this.
     *
     * @param client its interceptors see what is replayed as if it came over the network
     */
    public OkHttpClient over(OkHttpClient client) {
        Interceptor interceptor = recorder != null ? recorder : Objects.requireNonNull(player);
        return client.newBuilder().addInterceptor(interceptor).build();
    }

    /**
     * How the form of the answers has changed since the recording whose place this one took: members that came or went
     * or changed their type, new types of events, other statuses. Known when this is closed.
     *
     * @return one sentence for each change; empty if nothing has changed, there was nothing before, or this replays
     */
    public synchronized List<String> drift() {
        return drift;
    }

    /**
     * Writes what was recorded; after a replay checks that all of it was used.
     *
     * @throws AssertionError after a replay in which recorded requests were not made; the message names them
     * @throws UncheckedIOException if the file cannot be written
     */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (recorder != null) {
            save(recorder.interactions());
        } else if (player != null && !player.left().isEmpty()) {
            throw new AssertionError("The cassette " + file + " was recorded with more requests than were made: "
                    + player.left().stream().map(Interaction::name).collect(Collectors.joining(", "))
                    + ". Record it anew if the program is right");
        }
    }

    private void save(List<Interaction> interactions) {
        try {
            if (interactions.isEmpty()) {
                Files.delete(unfinished());
                return;
            }
            drift = before.isEmpty() ? List.of() : Drift.between(before, interactions);
            Files.writeString(unfinished(), CassetteFile.write(interactions));
            Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The cassette " + file + " cannot be written", e);
        }
    }

    /** Only one recorder at a time gets this file. */
    private void reserve() {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(unfinished(), new byte[0], StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException(
                    "The cassette " + file + " is being recorded already. If that was a program that died, delete "
                            + unfinished(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The cassette " + file + " cannot be written", e);
        }
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".recording");
    }
}
