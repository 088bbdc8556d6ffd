package nl.bovenstrooms.simulator.scene;

/** What a solid belongs to, so that a picture can be made with and without it. */
public enum Layer {
    /** Vehicle and container, with fittings such as spare parts of a reefer. */
    STRUCTURE,
    /** Goods, pallets, dunnage. */
    LOAD,
    /** What should not be there. */
    CONTRABAND
}
