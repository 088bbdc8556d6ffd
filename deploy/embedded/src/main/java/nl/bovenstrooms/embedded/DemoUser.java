package nl.bovenstrooms.embedded;

import java.util.Locale;

/** The people who can sign in locally, one for each role and two analysts, so that a second reading finds another reader. */
public enum DemoUser {
    ANNA("Anna de Vries", "ANALYST"),
    BRAM("Bram Jansen", "ANALYST"),
    SANNE("Sanne Bakker", "SENIOR"),
    TESSA("Tessa Visser", "TEAM_LEAD"),
    OTTO("Otto Mulder", "AUDITOR");

    private final String fullName;
    private final String role;

    DemoUser(String fullName, String role) {
        this.fullName = fullName;
        this.role = role;
    }

    /** The subject of the tokens, such as "anna". */
    public String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fullName() {
        return fullName;
    }

    public String role() {
        return role;
    }
}
