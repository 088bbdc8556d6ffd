package nl.bovenstrooms.scoring.scan;

/** No retry will make a score of this scan: it goes to the dead letters with this reason, and the next one is taken. */
public final class ScanNotScorable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScanNotScorable(String reason, Throwable cause) {
        super(reason, cause);
    }

    public ScanNotScorable(String reason) {
        super(reason);
    }
}
