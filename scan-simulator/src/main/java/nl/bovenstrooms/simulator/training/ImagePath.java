package nl.bovenstrooms.simulator.training;

/** How a picture comes from its source. */
public enum ImagePath {
    /** 8-bit JPEG of the only or the harder beam, through a curve and perhaps a palette. */
    BASE_CASE,
    /** 16 bits of one energy. */
    ONE_ENERGY,
    /** 16 bits of two energies. */
    TWO_ENERGIES
}
