package nl.bovenstrooms.contracts.image;

/** Which of a scanner's X-ray energies a channel was taken with. */
public enum Energy {
    /** The only one there is. */
    SINGLE,
    /** The higher of two. */
    HIGH,
    /** The lower of two. */
    LOW
}
