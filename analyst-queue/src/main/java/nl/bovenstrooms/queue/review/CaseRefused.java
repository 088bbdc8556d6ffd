package nl.bovenstrooms.queue.review;

import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.queue.casefile.Refusal;

/** What was asked can't be done; nothing changed. */
public final class CaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient LocalText why;

    CaseRefused(Refusal refusal) {
        this(refusal, refusal.why());
    }

    CaseRefused(Refusal refusal, LocalText why) {
        super(why.en());
        this.refusal = refusal;
        this.why = why;
    }

    Refusal refusal() {
        return refusal;
    }

    LocalText why() {
        return why;
    }
}
