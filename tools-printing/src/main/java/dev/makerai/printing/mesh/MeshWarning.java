package dev.makerai.printing.mesh;

import org.jspecify.annotations.Nullable;

/**
 * Something about a mesh that its owner should know; the figures stand all the same.
 *
 * @param code what kind of finding this is, in snake_case, for programs: such as {@code open_edges}
 * @param message what was found and what to do, for people
 * @param facet the first facet concerned, in the file's order from 0; null if there is no single one
 * @param line the line of a text file, from 1; null if there is no single one
 */
public record MeshWarning(
        String code,
        String message,
        @Nullable Long facet,
        @Nullable Long line) {
    static MeshWarning of(String code, String message) {
        return new MeshWarning(code, message, null, null);
    }
}
