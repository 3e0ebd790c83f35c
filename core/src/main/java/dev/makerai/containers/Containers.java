package dev.makerai.containers;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.files.FileContent;
import dev.makerai.http.TransferProgress;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.FileBody;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MultipartBody;

/**
 * The service {@code /containers}: computers in which the service runs code for a model, and the files in them.
 *
 * <pre>{@code
 * Container container = ai.containers().create("slicer");
 * ai.containers().addFile(container.id(), FileContent.of(Path.of("bracket.stl")));
 * for (ContainerFile file : ai.containers().files(container.id())) {
 *     System.out.println(file.path());
 * }
 * ai.containers().delete(container.id());
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Besides what each method
 * says, they throw an {@link ApiException} if the service refuses the request, a {@link TransportException} if no whole
 * answer comes, and a {@link DecodeException} if the answer cannot be read. Thread-safe.
 */
public final class Containers {
    private final Resource resource;
    private final Transport transport;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Containers(Transport transport) {
        this.transport = transport;
        this.resource = new Resource(transport, ContainersWire.CODECS);
    }

    /**
     * Makes a container as the service makes it unless told otherwise.
     *
     * @param name what to call it
     */
    public Container create(String name) {
        return create(ContainerRequest.of(name));
    }

    /**
     * Makes a container.
     *
     * @param request how
     */
    public Container create(ContainerRequest request) {
        return resource.post(Container.class, resource.url("containers"), request);
    }

    /** All containers, the newest first. */
    public Pages<Container> list() {
        return list(ListOptions.DEFAULT);
    }

    /**
     * All containers.
     *
     * @param options the order and the size of a page, at most 100
     */
    public Pages<Container> list(ListOptions options) {
        return resource.list(Container.class, resource.url("containers"), options);
    }

    /**
     * The containers of one name.
     *
     * @param name what they are called
     * @param options the order and the size of a page, at most 100
     */
    public Pages<Container> list(String name, ListOptions options) {
        HttpUrl url = resource.url("containers")
                .newBuilder()
                .addQueryParameter("name", name)
                .build();
        return resource.list(Container.class, url, options);
    }

    /**
     * What the service knows of a container.
     *
     * @param id the {@link Container#id}
     */
    public Container retrieve(String id) {
        return resource.get(Container.class, resource.url("containers", id));
    }

    /**
     * Deletes a container with its files.
     *
     * @param id the {@link Container#id}
     */
    public void delete(String id) {
        resource.delete(resource.url("containers", id));
    }

    /**
     * Puts a file into a container.
     *
     * @param id the {@link Container#id}
     * @param content the file
     * @throws UncheckedIOException if it cannot be read
     */
    public ContainerFile addFile(String id, FileContent content) {
        return addFile(id, content, TransferProgress.NONE);
    }

    /**
     * Puts a file into a container.
     *
     * @param id the {@link Container#id}
     * @param content the file
     * @param progress is told how far it has come; what it throws ends the upload
     * @throws UncheckedIOException if it cannot be read
     */
    public ContainerFile addFile(String id, FileContent content, TransferProgress progress) {
        MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
        FileBody body = new FileBody(
                content.name(),
                content.mediaType(),
                content.length(),
                Long.MAX_VALUE,
                content.isReadOnce(),
                content::open);
        return resource.upload(
                ContainerFile.class, filesUrl(id), body.addTo(form, "file").build(), progress);
    }

    /**
     * Puts a file that the service keeps into a container.
     *
     * @param id the {@link Container#id}
     * @param fileId the {@link dev.makerai.files.FileObject#id}
     */
    public ContainerFile addUploaded(String id, String fileId) {
        return resource.post(ContainerFile.class, filesUrl(id), Map.of("file_id", fileId));
    }

    /**
     * The files in a container, the newest first.
     *
     * @param id the {@link Container#id}
     */
    public Pages<ContainerFile> files(String id) {
        return files(id, ListOptions.DEFAULT);
    }

    /**
     * The files in a container.
     *
     * @param id the {@link Container#id}
     * @param options the order and the size of a page, at most 100
     */
    public Pages<ContainerFile> files(String id, ListOptions options) {
        return resource.list(ContainerFile.class, filesUrl(id), options);
    }

    /**
     * What the service knows of a file in a container.
     *
     * @param id the {@link Container#id}
     * @param fileId the {@link ContainerFile#id}
     */
    public ContainerFile file(String id, String fileId) {
        return resource.get(ContainerFile.class, resource.url("containers", id, "files", fileId));
    }

    /**
     * Deletes a file in a container.
     *
     * @param id the {@link Container#id}
     * @param fileId the {@link ContainerFile#id}
     */
    public void deleteFile(String id, String fileId) {
        resource.delete(resource.url("containers", id, "files", fileId));
    }

    /**
     * Downloads a file from a container.
     *
     * @see #download(String, String, Path, TransferProgress)
     */
    public void download(String id, String fileId, Path target) {
        download(id, fileId, target, TransferProgress.NONE);
    }

    /**
     * Downloads a file from a container. It appears under its name when it is whole, and replaces one that is there.
     *
     * @param id the {@link Container#id}
     * @param fileId the {@link ContainerFile#id}
     * @param target the file to write, in a folder that there is
     * @param progress is told how far it has come; what it throws ends the download
     * @throws IllegalArgumentException if there is something else than a file at the target, or no folder
     * @throws UncheckedIOException if the file cannot be written
     */
    public void download(String id, String fileId, Path target, TransferProgress progress) {
        resource.download(contentUrl(id, fileId), target, progress);
    }

    /**
     * Downloads a small file from a container into memory.
     *
     * @param id the {@link Container#id}
     * @param fileId the {@link ContainerFile#id}
     * @param mostBytes a larger file is refused with a {@link TransportException}
     */
    public byte[] content(String id, String fileId, int mostBytes) {
        return resource.bytes(contentUrl(id, fileId), mostBytes);
    }

    private HttpUrl filesUrl(String id) {
        return resource.url("containers", id, "files");
    }

    private HttpUrl contentUrl(String id, String fileId) {
        return resource.url("containers", id, "files", fileId, "content");
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Containers[" + transport + "]";
    }
}
