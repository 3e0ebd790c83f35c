package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function of the application that takes one text of the model's instead of JSON, such as a program.
 *
 * <pre>{@code
 * CustomTool.of("run_openscad", "Renders an OpenSCAD program").withFormat(CustomTool.Format.lark(grammar))
 * }</pre>
 *
 * @param name what the model calls it, at most 64 characters of {@code [A-Za-z0-9_-]}
 * @param description when to use it and what it takes, or null
 * @param format what the text has to look like; null for the service's default, any text
 * @param async whether the model goes on while the function works; null for the service's default, which is to wait
 * @param deferLoading whether the model learns of it only by {@link ToolSearchTool}; null for the service's default
 * @param allowedCallers who may call it; empty for the service's default, the model alone
 * @param source the exact text it was read from
 */
public record CustomTool(
        String name,
        @Nullable String description,
        @Nullable Format format,
        @Nullable Boolean async,
        @Nullable Boolean deferLoading,
        List<Caller> allowedCallers,
        SourceText source)
        implements ResponseTool {
    /** Needs the name. */
    public CustomTool {
        Objects.requireNonNull(name, "name");
        allowedCallers = List.copyOf(allowedCallers);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Makes a function that takes any text.
     *
     * @param name what the model calls it
     * @param description when to use it and what it takes
     */
    public static CustomTool of(String name, String description) {
        return new CustomTool(name, description, null, null, null, List.of(), SourceText.NONE);
    }

    /**
     * The same function, taking only texts of a form.
     *
     * @param format such as {@link Format#regex}; null for any text
     */
    public CustomTool withFormat(@Nullable Format format) {
        return new CustomTool(name, description, format, async, deferLoading, allowedCallers, SourceText.NONE);
    }

    /**
     * The same function, with the model going on while it works or waiting for it. The model's call then says so too,
     * and its output may come in any later request.
     *
     * @param async false by default
     */
    public CustomTool withAsync(boolean async) {
        return new CustomTool(name, description, format, async, deferLoading, allowedCallers, SourceText.NONE);
    }

    /**
     * The same function, shown to the model at once or only when {@link ToolSearchTool} finds it.
     *
     * @param defer false by default
     */
    public CustomTool withDeferLoading(boolean defer) {
        return new CustomTool(name, description, format, async, defer, allowedCallers, SourceText.NONE);
    }

    /**
     * The same function for other callers.
     *
     * @param callers the model alone by default
     */
    public CustomTool withAllowedCallers(Caller... callers) {
        return new CustomTool(name, description, format, async, deferLoading, List.of(callers), SourceText.NONE);
    }

    /** What a text for a custom tool has to look like. */
    public sealed interface Format {
        /**
         * A text that a context-free grammar allows.
         *
         * @param grammar in the notation of the parser generator Lark
         */
        static Format lark(String grammar) {
            return new Grammar("lark", grammar);
        }

        /**
         * A text that a regular expression allows.
         *
         * @param expression in the syntax of Rust's regex library: without look-around and back references
         */
        static Format regex(String expression) {
            return new Grammar("regex", expression);
        }

        /** Any text. */
        record Text() implements Format {}

        /**
         * A text that a grammar allows.
         *
         * @param syntax how the grammar is written: {@code lark} or {@code regex}
         * @param definition the grammar
         */
        record Grammar(String syntax, String definition) implements Format {
            /** Needs both. */
            public Grammar {
                Objects.requireNonNull(syntax, "syntax");
                Objects.requireNonNull(definition, "definition");
            }
        }

        /**
         * A form that this version does not model.
         *
         * @param type the kind on the wire; empty if it has none
         * @param raw the exact form
         */
        record Unknown(String type, Json raw) implements Format {
            /** Keeps both as they are. */
            public Unknown {
                Objects.requireNonNull(type, "type");
                Objects.requireNonNull(raw, "raw");
            }
        }
    }
}
