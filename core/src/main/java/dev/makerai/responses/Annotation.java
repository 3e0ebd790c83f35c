package dev.makerai.responses;

import dev.makerai.json.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where something in a text comes from, or where it is. Places in the text count characters from 0. */
public sealed interface Annotation {
    /**
     * An uploaded file.
     *
     * @param fileId the file's id
     * @param filename its name, or null if the service does not say
     * @param index where in the list of files
     */
    record FileCitation(String fileId, @Nullable String filename, int index) implements Annotation {
        /** Needs the file's id. */
        public FileCitation {
            Objects.requireNonNull(fileId, "file_id");
        }
    }

    /**
     * A page on the web.
     *
     * @param url where it is
     * @param title what it is called, or null if the service does not say
     * @param startIndex where the cited words begin in the text
     * @param endIndex where they end
     */
    record UrlCitation(String url, @Nullable String title, int startIndex, int endIndex) implements Annotation {
        /** Needs the address. */
        public UrlCitation {
            Objects.requireNonNull(url, "url");
        }
    }

    /**
     * A file in a container.
     *
     * @param containerId the container's id
     * @param fileId the file's id
     * @param filename its name, or null if the service does not say
     * @param startIndex where the words about it begin in the text
     * @param endIndex where they end
     */
    record ContainerFileCitation(
            String containerId, String fileId, @Nullable String filename, int startIndex, int endIndex)
            implements Annotation {
        /** Needs the ids. */
        public ContainerFileCitation {
            Objects.requireNonNull(containerId, "container_id");
            Objects.requireNonNull(fileId, "file_id");
        }
    }

    /**
     * A file that was made.
     *
     * @param fileId the file's id
     * @param index where in the list of files
     */
    record FilePath(String fileId, int index) implements Annotation {
        /** Needs the file's id. */
        public FilePath {
            Objects.requireNonNull(fileId, "file_id");
        }
    }

    /**
     * A kind that this version does not model, or one whose members do not fit it.
     *
     * @param type the kind on the wire; empty if there is none
     * @param raw the exact annotation
     */
    record Unknown(String type, Json raw) implements Annotation {
        /** Keeps both as they are. */
        public Unknown {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(raw, "raw");
        }
    }
}
