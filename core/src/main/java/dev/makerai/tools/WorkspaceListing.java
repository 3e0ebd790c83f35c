package dev.makerai.tools;

import dev.makerai.internal.naming.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects the files of a folder that a model may name, within bounds however large the folder is. */
final class WorkspaceListing extends SimpleFileVisitor<Path> {
    private static final int MAX_FILES = 1000;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_VISITED = 20_000;

    private final Path root;
    private final int maxFiles;
    private final List<String> files = new ArrayList<>();
    private int visited;

    private WorkspaceListing(Path root, int maxFiles) {
        this.root = root;
        this.maxFiles = maxFiles;
    }

    /** By name, at most 1000 files. */
    static List<String> of(Path root) {
        return walk(root, MAX_FILES);
    }

    /**
     * Those that a model may have meant, the nearest names first: where the wanted name has an extension only those with
     * the same one, since what else lies in the folder is none of the model's business.
     */
    static List<String> nearest(Path root, String wanted) {
        String extension = extension(wanted);
        // Stopping at 1000 files could miss the only one of that kind.
        List<String> meant = walk(root, MAX_VISITED).stream()
                .filter(file -> extension.isEmpty() || extension(file).equals(extension))
                .toList();
        return Nearest.sorted(wanted, meant);
    }

    /** What stands behind the last dot of a name, in lower case; empty if there is none. */
    static String extension(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static List<String> walk(Path root, int maxFiles) {
        WorkspaceListing listing = new WorkspaceListing(root, maxFiles);
        try {
            // Links to folders are not followed: they could go round in circles.
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, listing);
        } catch (IOException e) {
            throw new UncheckedIOException("The workspace cannot be listed", e);
        }
        Collections.sort(listing.files);
        return List.copyOf(listing.files);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean isPart = folder.equals(root) || FileName.isAllowed(FileName.composed(folder));
        return isPart ? next() : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (FileName.isAllowed(FileName.composed(file)) && isReadableInside(file, attributes)) {
            files.add(name(file));
        }
        return files.size() < maxFiles ? next() : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return next();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult next() {
        return ++visited < MAX_VISITED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private boolean isReadableInside(Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()) {
            return attributes.isRegularFile();
        }
        try {
            Path target = file.toRealPath();
            return target.startsWith(root) && Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return false;
        }
    }

    private String name(Path file) {
        List<String> segments = new ArrayList<>();
        for (Path segment : root.relativize(file)) {
            segments.add(FileName.composed(segment));
        }
        return String.join("/", segments);
    }
}
