package nl.bovenstrooms.contracts.event;

/** A message that no retry will make readable: a consumer sends it to the dead letters with this reason. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEvent(String reason) {
        super(reason);
    }

    public UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }
}
