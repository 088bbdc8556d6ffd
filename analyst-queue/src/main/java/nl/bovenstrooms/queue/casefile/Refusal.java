package nl.bovenstrooms.queue.casefile;

import nl.bovenstrooms.contracts.event.LocalText;

/** Why something can't be done with a case, with the words for it. */
public enum Refusal {
    LEASE_LOST(
            "U hebt deze zaak niet (meer) in behandeling. Er is niets gewijzigd.",
            "You do not hold this case, or no longer. Nothing was changed."),
    CASE_CHANGED(
            "De zaak is veranderd terwijl u keek. Kijk opnieuw.", "The case changed while you looked. Look again."),
    IMAGE_NOT_OPENED(
            "Open eerst het beeld: zonder eigen blik geen oordeel.",
            "Open the image first: no judgement without a look of one's own."),
    NOT_REVEALED(
            "Toon eerst de markeringen; pas dan is de warmtekaart te zien.",
            "Reveal the marks first; only then the heat map can be seen."),
    NOTE_TOO_SHORT(
            "Licht dit oordeel toe in minstens 10 en hoogstens 4000 tekens.",
            "Explain this decision in at least 10 and at most 4000 characters."),
    DECISION_NOT_POSSIBLE("Dit oordeel kan nu niet.", "This decision is not possible now."),
    NOTHING_HERE("Dit is er niet.", "There is nothing here.");

    private final String nl;
    private final String en;

    Refusal(String nl, String en) {
        this.nl = nl;
        this.en = en;
    }

    public LocalText why() {
        return new LocalText(nl, en);
    }
}
