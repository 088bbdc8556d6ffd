package nl.bovenstrooms.local.console;

/** A service's count since it started, made into a count that a restart of the service does not set back. Not thread-safe. */
final class Counter {
    private long total;
    private long latest;

    /** @param count as the service says it now */
    void observe(long count) {
        total += count >= latest ? count - latest : count;
        latest = count;
    }

    long total() {
        return total;
    }
}
