package dev.makerai.files;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.http.TransferProgress;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.FileBody;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;

/**
 * The service {@code /files}: files that the service keeps.
 *
 * <pre>{@code
 * FileObject photo = ai.files().upload(Path.of("bed.jpg"), FilePurpose.USER_DATA);
 * String answer = ai.prompt("Did this print fail?").image(InputImage.ofFileId(photo.id())).run().value();
 * ai.files().delete(photo.id());
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Besides what each method
 * says, they throw an {@link ApiException} if the service refuses the request, a {@link TransportException} if no whole
 * answer comes, and a {@link DecodeException} if the answer cannot be read. Thread-safe.
 */
public final class StoredFiles {
    /** The most that one request carries: {@value} bytes (512 MB). */
    public static final long MAX_BYTES = 512L * 1024 * 1024;

    private final Resource resource;
    private final Transport transport;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public StoredFiles(Transport transport) {
        this.transport = transport;
        this.resource = new Resource(transport, FilesWire.CODECS);
    }

    /**
     * Uploads a file on disk.
     *
     * @param file of at most {@link #MAX_BYTES}; larger ones go with {@link #uploadLarge(Path, FilePurpose)}
     * @param purpose what it is for
     * @throws IllegalArgumentException if it is larger, or no file
     * @throws UncheckedIOException if it cannot be read
     */
    public FileObject upload(Path file, FilePurpose purpose) {
        return upload(FileUpload.of(file, purpose), TransferProgress.NONE);
    }

    /**
     * Uploads a file.
     *
     * @param upload of at most {@link #MAX_BYTES}
     * @throws IllegalArgumentException if it is larger
     * @throws UncheckedIOException if it cannot be read
     */
    public FileObject upload(FileUpload upload) {
        return upload(upload, TransferProgress.NONE);
    }

    /**
     * Uploads a file.
     *
     * @param upload of at most {@link #MAX_BYTES}
     * @param progress is told how far it has come; what it throws ends the upload
     * @throws IllegalArgumentException if it is larger
     * @throws UncheckedIOException if it cannot be read
     */
    public FileObject upload(FileUpload upload, TransferProgress progress) {
        FileContent content = upload.content();
        if (content.length() > MAX_BYTES) {
            throw new IllegalArgumentException(content.name() + " has " + content.length()
                    + " bytes, but one request carries at most " + MAX_BYTES
                    + " (512 MB): upload it in parts with uploadLarge");
        }
        FileBody body = Uploads.body(content, MAX_BYTES);
        // The file goes last, so that whoever reads the form knows already what it is for.
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        form.addFormDataPart("purpose", upload.purpose().value());
        Duration expiresAfter = upload.expiresAfter();
        if (expiresAfter != null) {
            form.addFormDataPart("expires_after[anchor]", UploadRequest.ExpiresAfter.CREATED_AT);
            form.addFormDataPart("expires_after[seconds]", String.valueOf(expiresAfter.toSeconds()));
        }
        return resource.upload(
                FileObject.class,
                resource.url("files"),
                body.addTo(form, "file").build(),
                progress);
    }

    /**
     * Uploads a file on disk in parts.
     *
     * @see #uploadLarge(FileUpload, TransferProgress)
     */
    public FileObject uploadLarge(Path file, FilePurpose purpose) {
        return uploadLarge(FileUpload.of(file, purpose), TransferProgress.NONE);
    }

    /**
     * Uploads a file on disk in parts.
     *
     * @see #uploadLarge(FileUpload, TransferProgress)
     */
    public FileObject uploadLarge(Path file, FilePurpose purpose, TransferProgress progress) {
        return uploadLarge(FileUpload.of(file, purpose), progress);
    }

    /**
     * Uploads a file in parts, one after the other, within the hour that the service gives. A part that fails is tried
     * again like any request; if it fails for good, the upload is cancelled. The service checks the whole file by its
     * MD5 sum.
     *
     * @param upload of at most {@link Uploads#MAX_BYTES}, and no stream
     * @param progress is told how many bytes of the file were sent; what it throws ends the upload
     * @throws IllegalArgumentException if it is larger, empty or a stream
     * @throws UncheckedIOException if it cannot be read
     */
    public FileObject uploadLarge(FileUpload upload, TransferProgress progress) {
        return new LargeUpload(new Uploads(transport), upload, progress).send();
    }

    /** All files, the newest first. */
    public Pages<FileObject> list() {
        return list(ListOptions.DEFAULT);
    }

    /**
     * All files.
     *
     * @param options the order and the size of a page, at most 10 000, which is the default
     */
    public Pages<FileObject> list(ListOptions options) {
        return resource.list(FileObject.class, resource.url("files"), options);
    }

    /**
     * The files for one purpose.
     *
     * @param purpose what they are for
     * @param options the order and the size of a page, at most 10 000, which is the default
     */
    public Pages<FileObject> list(FilePurpose purpose, ListOptions options) {
        HttpUrl url = resource.url("files")
                .newBuilder()
                .addQueryParameter("purpose", purpose.value())
                .build();
        return resource.list(FileObject.class, url, options);
    }

    /**
     * What the service knows of a file.
     *
     * @param id the {@link FileObject#id}
     */
    public FileObject retrieve(String id) {
        return resource.get(FileObject.class, resource.url("files", id));
    }

    /**
     * Deletes a file, and takes it out of all vector stores.
     *
     * @param id the {@link FileObject#id}
     */
    public void delete(String id) {
        resource.delete(resource.url("files", id));
    }

    /**
     * Downloads a file.
     *
     * @see #download(String, Path, TransferProgress)
     */
    public void download(String id, Path target) {
        download(id, target, TransferProgress.NONE);
    }

    /**
     * Downloads a file. It appears under its name when it is whole, and replaces one that is there.
     *
     * <pre>{@code
     * ai.files().download(file.id(), Path.of("bracket.gcode"), (bytes, total) -> bar.show(bytes, total));
     * }</pre>
     *
     * @param id the {@link FileObject#id}; the service does not give out files of every purpose
     * @param target the file to write, in a folder that there is
     * @param progress is told how far it has come; what it throws ends the download
     * @throws IllegalArgumentException if there is something else than a file at the target, or no folder
     * @throws UncheckedIOException if the file cannot be written
     */
    public void download(String id, Path target, TransferProgress progress) {
        resource.download(resource.url("files", id, "content"), target, progress);
    }

    /**
     * Downloads a small file into memory.
     *
     * @param id the {@link FileObject#id}
     * @param mostBytes a larger file is refused with a {@link TransportException}
     */
    public byte[] content(String id, int mostBytes) {
        return resource.bytes(resource.url("files", id, "content"), mostBytes);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "StoredFiles[" + transport + "]";
    }
}
