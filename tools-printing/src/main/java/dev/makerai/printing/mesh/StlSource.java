package dev.makerai.printing.mesh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a mesh comes from. A file is read through a buffer, not mapped: a mapped file that another program cuts short
 * would take the virtual machine down.
 */
interface StlSource {
    /** An opened source with its size, which decides how many facets a binary file holds. */
    record Opened(ReadableByteChannel channel, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }

    Opened open();

    static StlSource of(Path file) {
        return new StlSource() {
            @Override
            public Opened open() {
                if (Files.isDirectory(file)) {
                    throw MeshFormatException.of("not_a_file", nameOf(file) + " is a folder, not a mesh file.");
                }
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    throw MeshFormatException.of("not_a_file", nameOf(file) + " is not a regular file.");
                }
                try {
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    return new Opened(channel, channel.size());
                } catch (NoSuchFileException e) {
                    throw MeshFormatException.of("not_found", "There is no file " + nameOf(file) + ".", e);
                } catch (IOException e) {
                    throw unreadable(e);
                }
            }
        };
    }

    static StlSource of(byte[] bytes) {
        return new StlSource() {
            @Override
            public Opened open() {
                return new Opened(new BytesChannel(ByteBuffer.wrap(bytes)), bytes.length);
            }
        };
    }

    static MeshFormatException unreadable(IOException cause) {
        return MeshFormatException.of(
                "unreadable", "The file could not be read: the system says " + cause.getMessage() + ".", cause);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
