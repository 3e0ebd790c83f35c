package dev.makerai.responses;

import dev.makerai.json.Json;
import dev.makerai.json.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the model use the tools of a server that speaks the Model Context Protocol.
 *
 * <pre>{@code
 * McpTool.of("spoolman", "https://spools.example.org/mcp")
 *         .withAuthorization(token)
 *         .withAllowedTools("find_spool")
 *         .withApproval(McpTool.Approval.NEVER)
 * }</pre>
 *
 * <p>The authorization and the headers are secrets: they go on the wire and into {@link #toJson}, never into
 * {@link #toString}.
 *
 * @param serverLabel what calls and approvals name the server by
 * @param serverUrl the server's address; or null
 * @param tunnelId the tunnel by which the service reaches the server; or null
 * @param connectorId the service's own connector that stands for a server; or null
 * @param serverDescription what the server is for, or null
 * @param authorization an OAuth access token for the server, or null
 * @param headers what to send the server besides
 * @param allowedTools which of the server's tools the model may use; null for all
 * @param requireApproval which calls wait for the user's approval; null for the service's default, all
 * @param deferLoading whether the model learns of them only by {@link ToolSearchTool}; null for the service's default
 * @param allowedCallers who may call them; empty for the service's default, the model alone
 * @param source the exact text it was read from
 */
public record McpTool(
        String serverLabel,
        @Nullable String serverUrl,
        @Nullable String tunnelId,
        @Nullable String connectorId,
        @Nullable String serverDescription,
        @Nullable String authorization,
        Map<String, String> headers,
        @Nullable ToolFilter allowedTools,
        @Nullable Approval requireApproval,
        @Nullable Boolean deferLoading,
        List<Caller> allowedCallers,
        SourceText source)
        implements ResponseTool {
    /** Needs the label. */
    public McpTool {
        Objects.requireNonNull(serverLabel, "server_label");
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        allowedCallers = List.copyOf(allowedCallers);
        Objects.requireNonNull(source, "source");
    }

    /**
     * Uses a server on the web.
     *
     * @param serverLabel what to name it by
     * @param serverUrl its address, which the service can reach
     */
    public static McpTool of(String serverLabel, String serverUrl) {
        return reached(serverLabel, Objects.requireNonNull(serverUrl, "serverUrl"), null, null);
    }

    /**
     * Uses a server that the service reaches through a tunnel.
     *
     * @param serverLabel what to name it by
     * @param tunnelId the tunnel's id
     */
    public static McpTool tunnel(String serverLabel, String tunnelId) {
        return reached(serverLabel, null, Objects.requireNonNull(tunnelId, "tunnelId"), null);
    }

    /**
     * Uses a connector of the service, which models since September 2026 no longer take.
     *
     * @param serverLabel what to name it by
     * @param connectorId such as {@code connector_googledrive}
     */
    public static McpTool connector(String serverLabel, String connectorId) {
        return reached(serverLabel, null, null, Objects.requireNonNull(connectorId, "connectorId"));
    }

    /**
     * The same server, told to the model in more words.
     *
     * @param description what the server is for, or null
     */
    public McpTool withDescription(@Nullable String description) {
        return copy(description, authorization, headers, allowedTools, requireApproval, deferLoading, allowedCallers);
    }

    /**
     * The same server with permission to use it.
     *
     * @param token an OAuth access token without {@code Bearer}, or null
     */
    public McpTool withAuthorization(@Nullable String token) {
        return copy(serverDescription, token, headers, allowedTools, requireApproval, deferLoading, allowedCallers);
    }

    /**
     * The same server, sent more headers.
     *
     * @param headers all of them
     */
    public McpTool withHeaders(Map<String, String> headers) {
        return copy(
                serverDescription, authorization, headers, allowedTools, requireApproval, deferLoading, allowedCallers);
    }

    /**
     * The same server with some of its tools.
     *
     * @param names the tools that the model may use, at least one
     */
    public McpTool withAllowedTools(String... names) {
        return withAllowedTools(ToolFilter.of(names));
    }

    /**
     * The same server with some of its tools.
     *
     * @param filter the tools that the model may use; null for all
     */
    public McpTool withAllowedTools(@Nullable ToolFilter filter) {
        return copy(serverDescription, authorization, headers, filter, requireApproval, deferLoading, allowedCallers);
    }

    /**
     * The same server, asking more or less often.
     *
     * @param approval which calls wait for the user's approval; {@link Approval#ALWAYS} by default
     */
    public McpTool withApproval(@Nullable Approval approval) {
        return copy(serverDescription, authorization, headers, allowedTools, approval, deferLoading, allowedCallers);
    }

    /**
     * The same server, shown to the model at once or only when {@link ToolSearchTool} finds it.
     *
     * @param defer false by default
     */
    public McpTool withDeferLoading(boolean defer) {
        return copy(serverDescription, authorization, headers, allowedTools, requireApproval, defer, allowedCallers);
    }

    /**
     * The same server for other callers.
     *
     * @param callers the model alone by default
     */
    public McpTool withAllowedCallers(Caller... callers) {
        return copy(
                serverDescription,
                authorization,
                headers,
                allowedTools,
                requireApproval,
                deferLoading,
                List.of(callers));
    }

    /** The members but for the secrets, and the address without its query. */
    @Override
    public String toString() {
        return "McpTool[serverLabel=" + serverLabel + ", serverUrl=" + shownUrl() + ", tunnelId=" + tunnelId
                + ", connectorId=" + connectorId + ", authorization=" + (authorization == null ? "none" : "hidden")
                + ", headers=" + (headers.isEmpty() ? "none" : "hidden") + ", allowedTools=" + allowedTools
                + ", requireApproval=" + requireApproval + ", deferLoading=" + deferLoading + ", allowedCallers="
                + allowedCallers + "]";
    }

    private @Nullable String shownUrl() {
        return serverUrl == null ? null : serverUrl.replaceFirst("\\?.*", "?…").replaceFirst("//[^/@]*@", "//…@");
    }

    private static McpTool reached(
            String label, @Nullable String url, @Nullable String tunnelId, @Nullable String connectorId) {
        return new McpTool(
                label, url, tunnelId, connectorId, null, null, Map.of(), null, null, null, List.of(), SourceText.NONE);
    }

    private McpTool copy(
            @Nullable String description,
            @Nullable String authorization,
            Map<String, String> headers,
            @Nullable ToolFilter allowedTools,
            @Nullable Approval requireApproval,
            @Nullable Boolean deferLoading,
            List<Caller> allowedCallers) {
        return new McpTool(
                serverLabel,
                serverUrl,
                tunnelId,
                connectorId,
                description,
                authorization,
                headers,
                allowedTools,
                requireApproval,
                deferLoading,
                allowedCallers,
                SourceText.NONE);
    }

    /**
     * Some of a server's tools.
     *
     * @param value as it is on the wire: a list of names, or an object with names and whether only tools count that
     *     change nothing
     */
    public record ToolFilter(Json value) {
        /** The tools that say of themselves that they change nothing. */
        public static final ToolFilter READ_ONLY = new ToolFilter(Json.trusted("{\"read_only\":true}"));

        /** Takes any filter as it is. */
        public ToolFilter {
            Objects.requireNonNull(value, "value");
        }

        /**
         * Some tools by name.
         *
         * @param names at least one
         */
        public static ToolFilter of(String... names) {
            if (names.length == 0) {
                throw new IllegalArgumentException("A filter of tools needs at least one name: leave the server out"
                        + " to allow none of its tools");
            }
            return new ToolFilter(ResponsesWire.CODECS.encode(Map.of("tool_names", List.of(names))));
        }

        /** The names; empty if tools are not named one by one. */
        public List<String> toolNames() {
            Json names = value.kind() == Json.Kind.ARRAY ? value : value.get("tool_names");
            return names == null
                    ? List.of()
                    : names.elements().stream()
                            .map(Json::string)
                            .filter(Objects::nonNull)
                            .toList();
        }

        /** Whether only tools count that say of themselves that they change nothing. */
        public boolean readOnly() {
            Json only = value.get("read_only");
            return only != null && Boolean.TRUE.equals(only.bool());
        }

        /** The form that may stand inside an approval. */
        private Json object() {
            return value.kind() == Json.Kind.ARRAY ? ResponsesWire.CODECS.encode(Map.of("tool_names", value)) : value;
        }
    }

    /**
     * Which calls wait for the user's approval.
     *
     * @param value as it is on the wire: a name, or an object with the tools of each kind
     */
    public record Approval(Json value) {
        /** All calls. */
        public static final Approval ALWAYS = new Approval(Json.trusted("\"always\""));

        /** No call: the model calls what it likes. */
        public static final Approval NEVER = new Approval(Json.trusted("\"never\""));

        /** Takes any rule as it is. */
        public Approval {
            Objects.requireNonNull(value, "value");
        }

        /**
         * All calls but those of some tools.
         *
         * @param tools what the model calls as it likes
         */
        public static Approval neverFor(ToolFilter tools) {
            return new Approval(ResponsesWire.CODECS.encode(Map.of("never", tools.object())));
        }

        /**
         * The calls of some tools, and those of others not.
         *
         * @param always what waits for the user's approval
         * @param never what the model calls as it likes
         */
        public static Approval of(ToolFilter always, ToolFilter never) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("always", always.object());
            members.put("never", never.object());
            return new Approval(ResponsesWire.CODECS.encode(members));
        }
    }
}
