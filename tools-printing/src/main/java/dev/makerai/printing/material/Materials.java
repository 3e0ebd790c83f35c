package dev.makerai.printing.material;

import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The materials that a shop knows. Immutable.
 *
 * <pre>{@code
 * Materials materials = Materials.builtIn();
 * Material petg = materials.find("pet-g");
 * Materials mine = materials.with(petg.withPrice("21.50", "EUR", LocalDate.of(2026, 11, 20)));
 * }</pre>
 */
public final class Materials {
    private static final Materials BUILT_IN = builtIn(Currency.getInstance("EUR"));

    private final Map<String, Material> byKey;

    private Materials(Map<String, Material> byKey) {
        this.byKey = Collections.unmodifiableMap(byKey);
    }

    /** The built-in table with prices in euro; the same as {@link #builtIn(Currency)} of EUR. */
    public static Materials builtIn() {
        return BUILT_IN;
    }

    /**
     * The built-in table. Its prices are medians over the lists of vendors, each in its own currency, mostly EUR or
     * USD, so the figure stands for either; in any other currency the materials have no price.
     *
     * @param currency the currency of the prices
     */
    public static Materials builtIn(Currency currency) {
        Map<String, Material> byKey = new LinkedHashMap<>();
        MaterialTable.read(currency).forEach(material -> byKey.put(MaterialNames.key(material.name()), material));
        return new Materials(byKey);
    }

    /** A catalogue without any material, to be filled with {@link #with}. */
    public static Materials none() {
        return new Materials(Map.of());
    }

    /**
     * The material of this name. Case, spaces, hyphens and common other words do not matter: {@code pet-g} is PETG,
     * {@code Nylon} is PA.
     *
     * @param name the name as a person or a model writes it
     * @throws UnknownMaterialException if there is none; it names those that look alike
     */
    public Material find(String name) {
        String key = MaterialNames.key(name);
        Material material = byKey.get(key);
        if (material == null) {
            material = byKey.get(MaterialNames.resolve(key));
        }
        if (material == null) {
            List<String> names = all().stream().map(Material::name).toList();
            throw new UnknownMaterialException(name, MaterialNames.near(name, names), names);
        }
        return material;
    }

    /** All materials in their order. */
    public List<Material> all() {
        return List.copyOf(byKey.values());
    }

    /** The same catalogue with this material added, or put in the place of the one that has the same name. */
    public Materials with(Material material) {
        Map<String, Material> copy = new LinkedHashMap<>(byKey);
        copy.put(MaterialNames.key(material.name()), material);
        return new Materials(copy);
    }
}
