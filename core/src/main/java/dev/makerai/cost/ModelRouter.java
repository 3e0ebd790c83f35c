package dev.makerai.cost;

import java.util.Objects;

/**
 * Says which model is asked for a tier, so that a program names what it needs and not a model.
 *
 * <pre>{@code
 * MakerAi ai = MakerAi.fromEnv().toBuilder()
 *         .router(tier -> tier == ModelTier.SIMPLE ? "gpt-6-luna" : "gpt-6.1-sol")
 *         .build();
 * String material = ai.prompt("Which material is this?").tier(ModelTier.SIMPLE).run().value();
 * }</pre>
 */
@FunctionalInterface
public interface ModelRouter {
    /** The models that this version knows as the best of their tier. */
    ModelRouter DEFAULT = of("gpt-6-luna", "gpt-6.1-sol", "gpt-6-astra");

    /**
     * The model of a tier.
     *
     * @param tier what is needed
     * @return the id of a model
     */
    String model(ModelTier tier);

    /** A model for each tier. */
    static ModelRouter of(String simple, String standard, String critical) {
        Objects.requireNonNull(simple, "simple");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(critical, "critical");
        return tier -> switch (tier) {
            case SIMPLE -> simple;
            case STANDARD -> standard;
            case CRITICAL -> critical;
        };
    }
}
