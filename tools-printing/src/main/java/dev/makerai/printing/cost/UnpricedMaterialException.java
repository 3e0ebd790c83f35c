package dev.makerai.printing.cost;

import dev.makerai.errors.MakerAiException;

/** A cost was asked for of a material without a price. */
public final class UnpricedMaterialException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final String material;

    UnpricedMaterialException(String material) {
        super(
                "No price is known for " + material + ", so its cost cannot be calculated: set one with"
                        + " Material.withPrice, or choose a material that has one",
                null);
        this.material = material;
    }

    /** The material's name. */
    public String material() {
        return material;
    }
}
