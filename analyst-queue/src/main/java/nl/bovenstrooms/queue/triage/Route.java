package nl.bovenstrooms.queue.triage;

/** What happens with a container. Known to the audit; readers and sources never see it. */
public enum Route {
    ABOVE_THRESHOLD,
    /** Not above it, and read all the same. */
    RANDOM_SHARE,
    NOT_READ;

    boolean isRead() {
        return this != NOT_READ;
    }
}
