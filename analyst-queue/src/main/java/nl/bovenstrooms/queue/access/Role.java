package nl.bovenstrooms.queue.access;

/** What a person may do, as the token says it. */
public final class Role {

    /** Reads cases. */
    public static final String ANALYST = "ANALYST";
    /** Reads cases, and gives second opinions. */
    public static final String SENIOR = "SENIOR";
    /** Sees how much waits, and for how long. */
    public static final String TEAM_LEAD = "TEAM_LEAD";
    /** Sees who saw and did what. */
    public static final String AUDITOR = "AUDITOR";

    private Role() {}
}
