package dev.makerai.printing.cost;

import dev.makerai.errors.MakerAiException;
import dev.makerai.printing.material.Materials;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cost was asked for of a material without a price. */
public final class UnpricedMaterialException extends MakerAiException {
    private static final long serialVersionUID = 1L;

    private final String material;

    UnpricedMaterialException(String material) {
        super(
                "No price is known for " + material + ", so its cost cannot be calculated: set one with"
                        + " Material.withPrice, or choose a material that has one (the built-in table has prices in EUR and"
                        + " USD of " + pricedCommonMaterials() + ")",
                null);
        this.material = material;
    }

    private static String pricedCommonMaterials() {
        return Stream.of(CommonMaterial.values())
                .map(CommonMaterial::name)
                .filter(name -> Materials.builtIn().find(name).price() != null)
                .collect(Collectors.joining(", "));
    }

    /** The material's name. */
    public String material() {
        return material;
    }
}
