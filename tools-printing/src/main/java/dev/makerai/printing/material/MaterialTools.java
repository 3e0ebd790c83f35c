package dev.makerai.printing.material;

import dev.makerai.schema.Param;
import dev.makerai.tools.Tool;
import dev.makerai.tools.ToolFailure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The materials of a shop as tools for a model. */
public final class MaterialTools {
    private final Materials materials;

    /** Tools over the built-in materials. */
    public MaterialTools() {
        this(Materials.builtIn());
    }

    /**
     * Tools over a shop's own materials.
     *
     * @param materials what the model may look up
     */
    public MaterialTools(Materials materials) {
        this.materials = materials;
    }

    /** The names of all materials. */
    @Tool("Lists the names of all printing materials that the shop knows")
    public List<String> listMaterials() {
        return materials.all().stream().map(Material::name).toList();
    }

    /**
     * The figures of one material.
     *
     * @throws ToolFailure if there is no such material
     */
    @Tool("Looks up a printing material: density in g/cm3, usual nozzle and bed temperatures in degrees Celsius, price"
            + " of a kilogram, highest flow in mm3/s. A figure that is null is not known: do not make one up")
    public Facts getMaterial(@Param("The material's name, such as PETG or nylon") String name) {
        try {
            return Facts.of(materials.find(name));
        } catch (UnknownMaterialException e) {
            throw new ToolFailure(e.getMessage(), e);
        }
    }

    /**
     * What the model is told about a material; null stands for an unknown figure. The bounds of a temperature are the
     * 10th and the 90th percentile over the products.
     *
     * @param name the name in the catalogue
     * @param densityGCm3 median density in g/cm3
     * @param nozzleLowC nozzle temperature, lower bound
     * @param nozzleHighC nozzle temperature, upper bound
     * @param bedLowC bed temperature, lower bound; 0 is an unheated bed
     * @param bedHighC bed temperature, upper bound
     * @param pricePerKg price of a kilogram
     * @param currency ISO 4217 code of the price
     * @param priceDate ISO date of the price
     * @param priceSource where the price comes from; null for the shop's own
     * @param maxFlowMm3S highest flow in mm3/s
     * @param source where the figures come from
     * @param note what to know before using them
     */
    public record Facts(
            String name,
            double densityGCm3,
            @Nullable Double nozzleLowC,
            @Nullable Double nozzleHighC,
            @Nullable Double bedLowC,
            @Nullable Double bedHighC,
            @Nullable BigDecimal pricePerKg,
            @Nullable String currency,
            @Nullable String priceDate,
            @Nullable String priceSource,
            @Nullable Double maxFlowMm3S,
            String source,
            @Nullable String note) {
        private static Facts of(Material material) {
            Spread nozzle = material.nozzleCelsius();
            Spread bed = material.bedCelsius();
            MaterialPrice price = material.price();
            return new Facts(
                    material.name(),
                    material.density(),
                    nozzle == null ? null : nozzle.p10(),
                    nozzle == null ? null : nozzle.p90(),
                    bed == null ? null : bed.p10(),
                    bed == null ? null : bed.p90(),
                    price == null ? null : price.perKilogram(),
                    price == null ? null : price.currency().getCurrencyCode(),
                    price == null ? null : price.date().toString(),
                    price == null ? null : price.source(),
                    material.maxFlowMm3PerSecond(),
                    material.source(),
                    material.note());
        }
    }
}
