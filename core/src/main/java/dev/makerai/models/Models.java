package dev.makerai.models;

import dev.makerai.errors.ApiException;
import dev.makerai.errors.DecodeException;
import dev.makerai.errors.TransportException;
import dev.makerai.internal.http.Transport;
import dev.makerai.internal.rest.Resource;
import dev.makerai.pages.ListOptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The service {@code /models}: which models there are, and until when.
 *
 * <pre>{@code
 * for (Models.Warning warning : ai.models().warnings(60, "gpt-5", ai.model())) {
 *     System.out.println(warning);
 * }
 * }</pre>
 *
 * <p>Every method works on the calling thread; interrupting the thread cancels the request. They throw an
 * {@link ApiException} if the service refuses the request, a {@link TransportException} if no whole answer comes, and a
 * {@link DecodeException} if the answer cannot be read. Thread-safe.
 */
public final class Models {
    private final Resource resource;
    private final Transport transport;

    /**
     * For the client itself, which hands its services out.
     *
     * @param transport speaks with the service
     */
    public Models(Transport transport) {
        this.transport = transport;
        this.resource = new Resource(transport, ModelsWire.CODECS);
    }

    /** All models that the key may use. */
    public List<Model> list() {
        // The service has them on one page, but a compatible server may not.
        return resource.list(Model.class, resource.url("models"), ListOptions.DEFAULT)
                .toList();
    }

    /**
     * What the service knows of a model.
     *
     * @param id its name, such as {@code gpt-6.1-sol}
     */
    public Model retrieve(String id) {
        return resource.get(Model.class, resource.url("models", id));
    }

    /**
     * Deletes a model that was fine-tuned.
     *
     * @param id its name, such as {@code ft:gpt-6-luna:shop::abc}
     */
    public void delete(String id) {
        resource.delete(resource.url("models", id));
    }

    /**
     * Finds out which models in use end soon, or are gone already; for the start of a program.
     *
     * @param days how far to look ahead, 0 for today
     * @param inUse the names of the models
     * @return one for each such model, in the order of the names; best empty
     */
    public List<Warning> warnings(int days, String... inUse) {
        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(days);
        Map<String, Model> offered = new HashMap<>();
        for (Model model : list()) {
            offered.put(model.id(), model);
        }
        List<Warning> warnings = new ArrayList<>();
        for (String id : inUse) {
            Model model = offered.get(id);
            LocalDate end = model == null ? null : model.shutdownDate();
            if (model == null || end != null && !end.isAfter(last)) {
                warnings.add(new Warning(id, end));
            }
        }
        return List.copyOf(warnings);
    }

    /** Where it connects to; never the key. */
    @Override
    public String toString() {
        return "Models[" + transport + "]";
    }

    /**
     * A model in use that ends soon, or is not offered.
     *
     * @param model its name
     * @param shutdownDate the day on which it ends; null if the service does not offer it
     */
    public record Warning(String model, @Nullable LocalDate shutdownDate) {
        /** Needs the name. */
        public Warning {
            Objects.requireNonNull(model, "model");
        }

        /** As a sentence. */
        @Override
        public String toString() {
            return shutdownDate == null
                    ? "The service does not offer the model " + model + ": choose another one"
                    : "The model " + model + " ends on " + shutdownDate + ": choose another one until then";
        }
    }
}
