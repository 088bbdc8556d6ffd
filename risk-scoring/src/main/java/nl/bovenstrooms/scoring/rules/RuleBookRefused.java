package nl.bovenstrooms.scoring.rules;

/** The rule book can't be used, as a whole: a book of which a part is silently left out would be worse. */
public final class RuleBookRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason names the rule, when it is one rule's fault, and what to change */
    public RuleBookRefused(String reason) {
        super(reason);
    }

    /** @param reason names the rule, when it is one rule's fault, and what to change */
    public RuleBookRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
