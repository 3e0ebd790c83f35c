package dev.makerai.printing.mesh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.AccessDeniedException;
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
                if (file.toString().isEmpty()) {
                    throw MeshFormatException.of("not_a_file", "The path is empty: name a mesh file.");
                }
                if (Files.isDirectory(file)) {
                    throw MeshFormatException.of("not_a_file", nameOf(file) + " is a folder, not a mesh file.");
                }
                if (Files.exists(file) && !Files.isRegularFile(file)) {
                    throw MeshFormatException.of(
                            "not_a_file",
                            nameOf(file)
                                    + " is a device, a named pipe or another special file, not a regular file. Copy its content"
                                    + " into one.");
                }
                try {
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    Opened opened = new Opened(channel, channel.size());
                    if (opened.size() == 0 && channel.read(ByteBuffer.allocate(1)) > 0) {
                        opened.close();
                        throw MeshFormatException.of(
                                "not_a_file",
                                nameOf(file)
                                        + " has content but no size: it is a special file that the system makes up,"
                                        + " or it is being written. Copy its content into a regular file.");
                    }
                    return opened;
                } catch (NoSuchFileException e) {
                    throw MeshFormatException.of("not_found", "There is no file " + nameOf(file) + ".", e);
                } catch (AccessDeniedException e) {
                    throw MeshFormatException.of(
                            "unreadable",
                            nameOf(file) + " could not be read: permission is denied. Allow this program to read it.",
                            e);
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
                "unreadable",
                "The file could not be read: the system says " + Figures.escaped(String.valueOf(cause.getMessage()))
                        + ".",
                cause);
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return Figures.escaped(name == null ? file.toString() : name.toString());
    }
}
