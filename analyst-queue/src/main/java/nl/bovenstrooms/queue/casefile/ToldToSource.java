package nl.bovenstrooms.queue.casefile;

import java.util.Optional;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;

/**
 * What leaves the queue about a decision.
 *
 * @param decision as the source may know it
 */
public record ToldToSource(Decision decision, LocalText text) {

    /** The same for a container that was read and one that was not. */
    public static final ToldToSource ASSESSMENT_COMPLETE = new ToldToSource(
            Decision.NO_FINDING, new LocalText("De beoordeling is afgerond.", "The assessment is complete."));

    /**
     * A control on arrival is told as a complete assessment: who is watching abroad must not learn of it.
     *
     * @return empty for a second opinion, of which a source hears nothing
     */
    public static Optional<ToldToSource> of(Decision decision) {
        return switch (decision) {
            case NO_FINDING, CONTROL_ON_ARRIVAL -> Optional.of(ASSESSMENT_COMPLETE);
            case SECOND_OPINION -> Optional.empty();
            case NOT_READABLE ->
                told(
                        decision,
                        "Het beeld is niet te beoordelen. Scan de container opnieuw.",
                        "The image can't be judged. Please scan the container again.");
            case REQUEST_INFORMATION ->
                told(
                        decision,
                        "Er is meer informatie nodig over deze container of zending.",
                        "More information is needed about this container or consignment.");
            case INSPECT_AT_ORIGIN ->
                told(
                        decision,
                        "Controleer de container voordat hij wordt geladen of vertrekt.",
                        "Please inspect the container before it is loaded or leaves.");
            case RECOMMEND_DO_NOT_LOAD ->
                told(
                        decision,
                        "Wij raden aan deze container niet te laden.",
                        "We recommend not to load this container.");
            case ESCALATE -> told(decision, "De beoordeling wordt voortgezet.", "The assessment goes on.");
        };
    }

    /** Whether a source would hear the same of a container that nobody read. */
    public boolean isSameAsUnread() {
        return equals(ASSESSMENT_COMPLETE);
    }

    private static Optional<ToldToSource> told(Decision decision, String nl, String en) {
        return Optional.of(new ToldToSource(decision, new LocalText(nl, en)));
    }
}
