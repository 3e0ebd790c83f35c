package dev.makerai.tools;

import dev.makerai.internal.naming.Nearest;
import dev.makerai.internal.naming.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one folder in which a model may name files.
 *
 * <pre>{@code
 * record PartFiles(Workspace workspace) {
 *     @Tool("Tells how large a file is, in bytes")
 *     long fileSize(@Param("Name of the file, such as bracket.stl") String name) throws IOException {
 *         return Files.size(workspace.resolve(name));
 *     }
 * }
 *
 * Toolset tools = Toolset.of(new PartFiles(Workspace.at(Path.of("parts"))));
 * }</pre>
 *
 * <p>Names are relative to the folder, with {@code /} between folders, and mean the same on every system. No name leads
 * out of the folder: not by {@code ..}, an absolute path, a drive letter, nor a link. Hidden files (their name begins
 * with a dot) are not part of a workspace. Whatever is refused is a {@link ToolFailure} whose message is made for the
 * model and shows nothing of the world outside the folder.
 *
 * <p>Immutable and safe for use by several threads. It guards against what a model writes, not against another program
 * that exchanges files for links while they are being opened.
 */
public final class Workspace {
    /** The largest file that {@link #resolve} gives out unless {@link #withMaxFileBytes} says otherwise: 1 GiB. */
    public static final long DEFAULT_MAX_FILE_BYTES = 1L << 30;

    private static final int NAMED_FILES = 20;

    private final Path root;
    private final long maxFileBytes;

    private Workspace(Path root, long maxFileBytes) {
        this.root = root;
        this.maxFileBytes = maxFileBytes;
    }

    /**
     * The workspace of a folder.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public static Workspace at(Path folder) {
        try {
            Path root = folder.toRealPath();
            if (Files.isDirectory(root)) {
                return new Workspace(root, DEFAULT_MAX_FILE_BYTES);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "A workspace needs a folder that exists and can be read: " + folder.toAbsolutePath(), e);
        }
        throw new IllegalArgumentException(
                "A workspace needs a folder, but this is a file: " + folder.toAbsolutePath());
    }

    /**
     * The same workspace with another bound for the size of files that are read.
     *
     * @param bytes at least 1
     */
    public Workspace withMaxFileBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxFileBytes must be at least 1, but is " + bytes);
        }
        return new Workspace(root, bytes);
    }

    /** The folder, as an absolute path without links. */
    public Path folder() {
        return root;
    }

    /**
     * The file that a model names, for reading.
     *
     * @param name relative to the folder, such as {@code bracket.stl} or {@code case/lid.stl}; two Unicode spellings of
     *     one name are the same name
     * @return an existing regular file inside the folder, as an absolute path without links
     * @throws ToolFailure if the name is not allowed, leads outside, names no regular file (the message then lists at
     *     most 20 files that there are, those with the same extension if it has one, the nearest names first), or the
     *     file is larger than the bound
     */
    public Path resolve(String name) {
        Path file = find(name, FileName.parse(name).segments());
        if (file == null) {
            throw new ToolFailure("There is no file " + Shown.quoted(name) + " in the workspace. " + whatIsThere(name));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String kind = Files.isDirectory(file) ? "a folder" : "not a regular file";
            throw new ToolFailure(Shown.quoted(name) + " is " + kind + ". " + whatIsThere(name));
        }
        long bytes = size(file, name);
        if (bytes > maxFileBytes) {
            throw new ToolFailure(
                    Shown.quoted(name) + " has " + bytes + " bytes, but files may have at most " + maxFileBytes + ".");
        }
        return file;
    }

    /**
     * The place of a new file that a model names, for writing.
     *
     * @param name as for {@link #resolve}; its folder must exist
     * @return a path inside the folder at which there is nothing yet
     * @throws ToolFailure if the name is not allowed, leads outside, its folder does not exist, or the name is taken
     */
    public Path resolveNew(String name) {
        FileName fileName = FileName.parse(name);
        Path folder = find(name, fileName.folder());
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ToolFailure("The folder of " + Shown.quoted(name) + " does not exist in the workspace.");
        }
        if (child(folder, fileName.last(), name) != null) {
            throw new ToolFailure(Shown.quoted(name) + " exists already. Choose another name.");
        }
        return folder.resolve(fileName.last());
    }

    /**
     * The files that {@link #resolve} would find, whatever their size, by name; at most 1000 of them, from folders at
     * most 8 deep.
     */
    public List<String> list() {
        return WorkspaceListing.of(root);
    }

    /** Follows a name folder by folder, so that nothing outside is ever looked at; null if a part is missing. */
    private @Nullable Path find(String name, List<String> segments) {
        Path current = root;
        for (String segment : segments) {
            Path child = child(current, segment, name);
            if (child == null) {
                return null;
            }
            try {
                current = child.toRealPath();
            } catch (NoSuchFileException e) {
                return null;
            } catch (IOException e) {
                throw unreadable(name, e);
            }
            if (!current.startsWith(root)) {
                throw new ToolFailure(Shown.quoted(name) + " leads out of the workspace.");
            }
        }
        return current;
    }

    private static @Nullable Path child(Path folder, String segment, String name) {
        try {
            Path child = folder.resolve(segment);
            if (Files.exists(child, LinkOption.NOFOLLOW_LINKS)) {
                return child;
            }
            return Files.isDirectory(folder) ? FileName.spelledOtherwise(folder, segment) : null;
        } catch (InvalidPathException e) {
            throw new ToolFailure(Shown.quoted(name) + " cannot be the name of a file on this computer.", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static long size(Path file, String name) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static ToolFailure unreadable(String name, IOException e) {
        return new ToolFailure(Shown.quoted(name) + " cannot be read.", e);
    }

    private String whatIsThere(String wanted) {
        List<String> files = WorkspaceListing.nearest(root, wanted);
        String extension = WorkspaceListing.extension(wanted);
        String kind = extension.isEmpty() ? "" : "." + extension + " ";
        if (files.isEmpty()) {
            String meant = Nearest.of(wanted, WorkspaceListing.of(root));
            return "The workspace holds no " + kind + "files." + (meant == null ? "" : " Did you mean " + meant + "?");
        }
        String named = files.stream().limit(NAMED_FILES).collect(Collectors.joining(", "));
        int more = files.size() - NAMED_FILES;
        return "The " + kind + "files there: " + named + (more > 0 ? " and " + more + " more." : ".");
    }
}
