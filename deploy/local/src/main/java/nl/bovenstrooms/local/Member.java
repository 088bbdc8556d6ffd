package nl.bovenstrooms.local;

import java.util.List;
import java.util.Locale;

/** A process of the suite, in the order of starting. */
public enum Member {
    DATABASE,
    BROKER,
    SIGN_IN,
    SCAN_INGEST,
    RISK_SCORING,
    ANALYST_QUEUE;

    /** What the services need before they can start. */
    public static final List<Member> SERVERS = List.of(DATABASE, BROKER, SIGN_IN);

    /** The three services of the suite. */
    public static final List<Member> SERVICES = List.of(SCAN_INGEST, RISK_SCORING, ANALYST_QUEUE);

    /** As on the command line and in file names, such as "scan-ingest". */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
