package dev.makerai.files;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.TransferProgress;
import dev.makerai.internal.http.Answer;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.FileBody;
import dev.makerai.internal.rest.Resource;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import okhttp3.MultipartBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The service {@code /uploads}: large files in parts, step by step. {@link StoredFiles#uploadLarge} does all of it.
 *
 * <pre>{@code
 * Upload upload = ai.uploads().create("prints.jsonl", FilePurpose.FINE_TUNE, 2_000_000, "text/jsonl");
 * Upload.Part first = ai.uploads().addPart(upload.id(), FileContent.of("1", firstMegabyte));
 * Upload.Part second = ai.uploads().addPart(upload.id(), FileContent.of("2", secondMegabyte));
 * FileObject file = ai.uploads().complete(upload.id(), List.of(first.id(), second.id()), null).file();
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Besides what each method
 * says, they throw an {@link ApiException} if the service refuses the request, a {@link TransportException} if no whole
 * answer comes, and a {@link DecodeException} if the answer cannot be read. Thread-safe.
 */
public final class Uploads {
    /** The largest file: {@value} bytes (8 GB). */
    public static final long MAX_BYTES = 8L * 1024 * 1024 * 1024;

    /** The largest part: {@value} bytes (64 MB). */
    public static final int MAX_PART_BYTES = 64 * 1024 * 1024;

    /** Whoever gives up wants to go on soon; the service forgets an upload after an hour anyway. */
    private static final Duration PATIENCE_WITH_CANCELLING = Duration.ofSeconds(5);

    private final Resource resource;
    private final Transport transport;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Uploads(Transport transport) {
        this.transport = transport;
        this.resource = new Resource(transport, FilesWire.CODECS);
    }

    /**
     * Begins an upload, which has to be completed within an hour.
     *
     * @param filename what the file will be called
     * @param purpose what it is for
     * @param bytes how long it is, at most {@link #MAX_BYTES}
     * @param mimeType what it is, such as {@code text/jsonl}
     * @throws IllegalArgumentException if it is too long, or empty
     */
    public Upload create(String filename, FilePurpose purpose, long bytes, String mimeType) {
        return create(new UploadRequest(filename, purpose, bytes, mimeType, null));
    }

    Upload create(UploadRequest request) {
        if (request.bytes() < 1 || request.bytes() > MAX_BYTES) {
            throw new IllegalArgumentException(request.filename() + " has " + request.bytes()
                    + " bytes, but an upload takes 1 to " + MAX_BYTES + " (8 GB)");
        }
        return resource.post(Upload.class, resource.url("uploads"), request);
    }

    /**
     * Sends a part. Several threads may send parts of one upload.
     *
     * @param uploadId the {@link Upload#id}
     * @param part at most {@link #MAX_PART_BYTES}
     * @throws IllegalArgumentException if it is larger
     * @throws UncheckedIOException if it cannot be read
     */
    public Upload.Part addPart(String uploadId, FileContent part) {
        return addPart(uploadId, part, TransferProgress.NONE);
    }

    /**
     * Sends a part. Several threads may send parts of one upload.
     *
     * @param uploadId the {@link Upload#id}
     * @param part at most {@link #MAX_PART_BYTES}
     * @param progress is told how far it has come; what it throws ends the request
     * @throws IllegalArgumentException if it is larger
     * @throws UncheckedIOException if it cannot be read
     */
    public Upload.Part addPart(String uploadId, FileContent part, TransferProgress progress) {
        if (part.length() > MAX_PART_BYTES) {
            throw new IllegalArgumentException(
                    "The part has " + part.length() + " bytes, but a part has at most " + MAX_PART_BYTES + " (64 MB)");
        }
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        return resource.upload(
                Upload.Part.class,
                resource.url("uploads", uploadId, "parts"),
                body(part, MAX_PART_BYTES).addTo(form, "data").build(),
                progress);
    }

    /**
     * Makes the file.
     *
     * @param uploadId the {@link Upload#id}
     * @param partIds the {@link Upload.Part#id}s in the order of the file
     * @param md5 the MD5 sum of the whole file in hexadecimal, for the service to check; null for no check
     * @return the upload with its {@link Upload#file}
     */
    public Upload complete(String uploadId, List<String> partIds, @Nullable String md5) {
        return resource.post(
                Upload.class,
                resource.url("uploads", uploadId, "complete"),
                new UploadRequest.Completion(List.copyOf(partIds), md5));
    }

    /**
     * Gives an upload up.
     *
     * @param uploadId the {@link Upload#id}
     */
    public Upload cancel(String uploadId) {
        return resource.post(Upload.class, resource.url("uploads", uploadId, "cancel"));
    }

    /** Gives an upload up within seconds. */
    void abandon(String uploadId) {
        Answer unused = transport.post(
                resource.url("uploads", uploadId, "cancel"), new Buffer(), PATIENCE_WITH_CANCELLING, null);
    }

    static FileBody body(FileContent content, long most) {
        return new FileBody(
                content.name(), content.mediaType(), content.length(), most, content.isReadOnce(), content::open);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Uploads[" + transport + "]";
    }
}
