package nl.bovenstrooms.outbox;

/** The database did not take or give an event; the transaction around it ends without effect. */
public final class OutboxFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxFailure(String what, Throwable cause) {
        super(what, cause);
    }
}
