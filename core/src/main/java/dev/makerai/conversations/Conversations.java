package dev.makerai.conversations;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Resource;
import dev.makerai.json.Json;
import dev.makerai.pages.ListOptions;
import dev.makerai.pages.Pages;
import dev.makerai.responses.Include;
import dev.makerai.responses.InputItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * The service {@code /conversations}: conversations that the service keeps, to be gone on with from anywhere.
 *
 * <pre>{@code
 * StoredConversation conversation = ai.conversations().create(Map.of("customer", "42"));
 * ai.conversations().addItems(conversation.id(), InputMessage.user("I print outdoor parts."));
 * for (InputItem item : ai.conversations().items(conversation.id(), ListOptions.DEFAULT.oldestFirst())) {
 *     System.out.println(item.toJson());
 * }
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. Besides what each method
 * says, they throw an {@link ApiException} if the service refuses the request, a {@link TransportException} if no whole
 * answer comes, and a {@link DecodeException} if the answer cannot be read. Thread-safe.
 */
public final class Conversations {
    /** How many items one request may add: {@value}. */
    public static final int MAX_ITEMS = 20;

    private final Resource resource;
    private final Transport transport;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Conversations(Transport transport) {
        this.transport = transport;
        this.resource = new Resource(transport, ConversationsWire.CODECS);
    }

    /** Begins an empty conversation. */
    public StoredConversation create() {
        return create(List.of(), Map.of());
    }

    /**
     * Begins an empty conversation.
     *
     * @param metadata marks to find it by: at most 16 pairs, names of at most 64 characters and values of at most 512
     */
    public StoredConversation create(Map<String, String> metadata) {
        return create(List.of(), metadata);
    }

    /**
     * Begins a conversation.
     *
     * @param items what was said already, at most {@value #MAX_ITEMS} items
     * @param metadata marks to find it by: at most 16 pairs, names of at most 64 characters and values of at most 512
     * @throws IllegalArgumentException if there are more items
     */
    public StoredConversation create(List<? extends InputItem> items, Map<String, String> metadata) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            members.put("metadata", metadata);
        }
        if (!items.isEmpty()) {
            members.put("items", written(items));
        }
        return resource.post(StoredConversation.class, resource.url("conversations"), members);
    }

    /**
     * What the service knows of a conversation.
     *
     * @param id the {@link StoredConversation#id}
     */
    public StoredConversation retrieve(String id) {
        return resource.get(StoredConversation.class, resource.url("conversations", id));
    }

    /**
     * Gives a conversation other marks.
     *
     * @param id the {@link StoredConversation#id}
     * @param metadata replaces all it had
     */
    public StoredConversation update(String id, Map<String, String> metadata) {
        return resource.post(StoredConversation.class, resource.url("conversations", id), Map.of("metadata", metadata));
    }

    /**
     * Deletes a conversation; its items stay.
     *
     * @param id the {@link StoredConversation#id}
     */
    public void delete(String id) {
        resource.delete(resource.url("conversations", id));
    }

    /**
     * The items of a conversation, the newest first.
     *
     * @param id the {@link StoredConversation#id}
     */
    public Pages<InputItem> items(String id) {
        return items(id, ListOptions.DEFAULT);
    }

    /**
     * The items of a conversation.
     *
     * @param id the {@link StoredConversation#id}
     * @param options the order and the size of a page, at most 100
     * @param include what the items should hold beyond the usual
     */
    public Pages<InputItem> items(String id, ListOptions options, Include... include) {
        return resource.list(InputItem::of, including(itemsUrl(id), include), options);
    }

    /**
     * Adds to a conversation.
     *
     * @see #addItems(String, List, Include...)
     */
    public List<InputItem> addItems(String id, InputItem... items) {
        return addItems(id, List.of(items));
    }

    /**
     * Adds to a conversation.
     *
     * @param id the {@link StoredConversation#id}
     * @param items what was said, 1 to {@value #MAX_ITEMS} items
     * @param include what the items of the answer should hold beyond the usual
     * @return the items as they are kept, with their ids
     * @throws IllegalArgumentException if there is none, or there are more
     */
    public List<InputItem> addItems(String id, List<? extends InputItem> items, Include... include) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("There is no item to add");
        }
        ConversationsWire.Added added = resource.post(
                ConversationsWire.Added.class, including(itemsUrl(id), include), Map.of("items", written(items)));
        return added.data().stream().map(InputItem::of).toList();
    }

    /**
     * One item of a conversation.
     *
     * @param id the {@link StoredConversation#id}
     * @param itemId the item's own id
     * @param include what the item should hold beyond the usual
     */
    public InputItem item(String id, String itemId, Include... include) {
        HttpUrl url = resource.url("conversations", id, "items", itemId);
        return InputItem.of(resource.get(Json.class, including(url, include)));
    }

    /**
     * Takes an item out of a conversation.
     *
     * @param id the {@link StoredConversation#id}
     * @param itemId the item's own id
     */
    public void deleteItem(String id, String itemId) {
        resource.delete(resource.url("conversations", id, "items", itemId));
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Conversations[" + transport + "]";
    }

    private HttpUrl itemsUrl(String id) {
        return resource.url("conversations", id, "items");
    }

    private static HttpUrl including(HttpUrl url, Include... include) {
        HttpUrl.Builder query = url.newBuilder();
        for (Include each : include) {
            query.addQueryParameter("include[]", each.value());
        }
        return query.build();
    }

    private static List<Json> written(List<? extends InputItem> items) {
        if (items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("One request adds at most " + MAX_ITEMS + " items, but these are "
                    + items.size() + ": add the rest with addItems");
        }
        return items.stream().map(InputItem::toJson).toList();
    }
}
