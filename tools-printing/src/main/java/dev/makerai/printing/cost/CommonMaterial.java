package dev.makerai.printing.cost;

/** The materials that nearly every shop prints: a closed list, so that a model cannot ask for another. */
public enum CommonMaterial {
    /** Polylactic acid. */
    PLA,
    /** Glycol-modified polyethylene terephthalate. */
    PETG,
    /** Acrylonitrile butadiene styrene. */
    ABS,
    /** Thermoplastic polyurethane, flexible. */
    TPU,
    /** Polycarbonate. */
    PC
}
