package nl.bovenstrooms.contracts.event;

/** How a reading of a case can end. The mapping to the EU entry system ICS2 stands in {@code docs/domain.md}. */
public enum Decision {
    NO_FINDING,
    /** The picture can't be judged: scan again. */
    NOT_READABLE,
    REQUEST_INFORMATION,
    /** Another, senior analyst looks; the case stays open. */
    SECOND_OPINION,
    INSPECT_AT_ORIGIN,
    RECOMMEND_DO_NOT_LOAD,
    CONTROL_ON_ARRIVAL,
    ESCALATE
}
