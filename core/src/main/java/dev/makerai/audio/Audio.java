package dev.makerai.audio;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.TransferProgress;
import dev.makerai.internal.http.OpenAnswer;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Resource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import okhttp3.HttpUrl;

/**
 * The service {@code /audio}: speech as text, and text as speech.
 *
 * <pre>{@code
 * String note = ai.audio().transcribe(recording).text();
 * SpeechRequest request = SpeechRequest.of("gpt-4o-mini-tts", Voice.CORAL, "Your print is done.");
 * ai.audio().speak(request, folder.resolve("done.mp3"));
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Thread-safe.
 */
public final class Audio {
    private final Resource resource;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Audio(Transport transport) {
        this.resource = new Resource(transport, AudioWire.CODECS);
    }

    /**
     * Writes down what is said in a file.
     *
     * @param file flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or webm, of at most 25 MB
     * @throws IllegalArgumentException if there is no such file
     * @see #transcribe(TranscriptionRequest)
     */
    public Transcription transcribe(Path file) {
        return transcribe(TranscriptionRequest.of(file));
    }

    /**
     * Writes down what is said.
     *
     * @throws ApiException if the service refuses the request, as for a file that is too large
     * @throws TransportException if no whole answer comes, the file cannot be read, or the thread is interrupted
     * @throws DecodeException if the answer is not a transcription
     */
    public Transcription transcribe(TranscriptionRequest request) {
        HttpUrl url = resource.url("audio", "transcriptions");
        if (request.wantsJson()) {
            return resource.upload(Transcription.class, url, request.form(), TransferProgress.NONE);
        }
        try (OpenAnswer answer = resource.uploadForFile(url, request.form(), TransferProgress.NONE)) {
            return Transcription.ofText(SoundAnswer.text(answer));
        }
    }

    /**
     * Speaks, and waits for the whole of it.
     *
     * @return the bytes of a file in the form that was asked for
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not sound, or larger than 128 MiB
     */
    public byte[] speak(SpeechRequest request) {
        try (OpenAnswer answer = open(request)) {
            return SoundAnswer.bytes(answer);
        }
    }

    /**
     * Speaks into a stream, as it comes.
     *
     * @param out is not closed
     * @throws ApiException if the service refuses the request
     * @throws TransportException if the answer breaks off, or the thread is interrupted; some of it may have been written
     * @throws DecodeException if the answer is not sound
     * @throws UncheckedIOException if it cannot be written
     */
    public void speak(SpeechRequest request, OutputStream out) {
        try (OpenAnswer answer = open(request)) {
            SoundAnswer.copy(answer, out);
        }
    }

    /**
     * Speaks into a file. One that is there is replaced when the whole of it has come, and left as it is otherwise.
     *
     * @throws ApiException if the service refuses the request
     * @throws TransportException if no whole answer comes, or the thread is interrupted
     * @throws DecodeException if the answer is not sound
     * @throws UncheckedIOException if the file cannot be written
     */
    public void speak(SpeechRequest request, Path file) {
        try {
            // Not a temporary file, which would be for its owner's eyes only.
            Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
                    speak(request, out);
                }
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The speech cannot be written into " + file, e);
        }
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Audio[" + resource + "]";
    }

    private OpenAnswer open(SpeechRequest request) {
        return resource.postForFile(resource.url("audio", "speech"), request.members());
    }
}
