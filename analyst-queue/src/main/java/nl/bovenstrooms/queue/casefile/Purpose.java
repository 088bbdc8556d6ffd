package nl.bovenstrooms.queue.casefile;

/** Which look at a case this is. */
public enum Purpose {
    FIRST_READING,
    /** Blind: it shows nothing of the first. */
    SECOND_READING
}
