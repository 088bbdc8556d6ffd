package nl.bovenstrooms.scoring.scan;

/** What a person may do, as the token says it; the same words as in the queue. */
public final class Role {

    public static final String ANALYST = "ANALYST";
    public static final String SENIOR = "SENIOR";
    public static final String TEAM_LEAD = "TEAM_LEAD";
    public static final String AUDITOR = "AUDITOR";

    private Role() {}
}
