package nl.bovenstrooms.scoring.scan;

/** What a person may do, as the token says it; the same words as in the queue. */
final class Role {

    static final String ANALYST = "ANALYST";
    static final String SENIOR = "SENIOR";
    static final String TEAM_LEAD = "TEAM_LEAD";
    static final String AUDITOR = "AUDITOR";

    private Role() {}
}
