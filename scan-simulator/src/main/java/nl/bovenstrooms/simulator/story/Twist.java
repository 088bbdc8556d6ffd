package nl.bovenstrooms.simulator.story;

/** What is out of the ordinary in a passage. */
public enum Twist {
    /** Contraband in one of the containers. */
    THREAT,
    /** Two containers of 20 feet in one picture. */
    TWO_CONTAINERS,
    /** Declared empty, and loaded. */
    DECLARED_EMPTY,
    /** Other goods than declared. */
    OTHER_GOODS,
    /** Declared mass far from the true one. */
    OTHER_WEIGHT,
    /** The number of a container that is somewhere else. */
    CLONE,
    /** A container number whose check digit is wrong. */
    BAD_CHECK_DIGIT,
    /** A container number with a character that the camera could not read. */
    UNREADABLE_NUMBER,
    /** No cut-off in the manifest. */
    NO_CUT_OFF,
    /** No seal in the manifest. */
    NO_SEAL,
    /** The source works without its own checks. */
    CONTINGENCY,
    /** The operator drew a box on something. */
    OPERATOR_MARK,
    /** The container of an earlier passage, scanned again on arrival. */
    ARRIVAL,
    /** Between origin and arrival something was put in, taken out, or the seal was changed. */
    CHANGED_UNDERWAY,
    /** On arrival: contraband that was not in it at the port of loading. */
    ADDED_UNDERWAY,
    /** On arrival: another seal than at the port of loading, as after any check on the way. */
    RESEALED,
    /** A description that says nothing. */
    VAGUE_GOODS,
    /** The manifest was changed after it was first sent. */
    AMENDED,
    /** No address of the consignee. */
    NO_ADDRESS,
    /** Packed otherwise than the other containers of its lot. */
    ODD_LOAD
}
