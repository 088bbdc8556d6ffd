package nl.bovenstrooms.queue.audit;

/** What the audit knows to happen. */
public enum Action {
    SETTINGS_CHANGED,
    SCAN_ASSESSED,
    SOURCE_TOLD,
    CASE_CLAIMED,
    CASE_RELEASED,
    IMAGE_OPENED,
    OTHER_IMAGE_OPENED,
    MARKS_REVEALED,
    HEAT_MAP_OPENED,
    CASE_PASSED_ON,
    CASE_DECIDED,
    /** The decision stands; whoever answers for it can look again. */
    SCORE_CHANGED_AFTER_DECISION,
    /** What the physical check of a container found. */
    INSPECTION_REPORTED,
    AUDIT_READ,
    AUDIT_VERIFIED
}
