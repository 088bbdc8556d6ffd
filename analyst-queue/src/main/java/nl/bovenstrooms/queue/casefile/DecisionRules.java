package nl.bovenstrooms.queue.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.contracts.event.LocalText;

/**
 * Orders that can't be carried out are not given. A moment that the manifest does not name forbids nothing: it is missing, not
 * past. Asking for information, escalating and, at a first reading, a second opinion are always possible.
 */
public final class DecisionRules {

    private static final int SHORTEST_NOTE = 10;
    private static final int LONGEST_NOTE = 4000;

    /** The list to read aloud: these decisions, forbidden when this is so, because. The first that matches is told. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    Set.of(Decision.NO_FINDING),
                    circumstances -> !circumstances.hasImage(),
                    "Er is geen beeld: wie niets kan zien, kan niet zeggen dat er niets is.",
                    "There is no image: who can't see anything can't say that there is nothing."),
            new Rule(
                    Set.of(Decision.SECOND_OPINION),
                    circumstances -> circumstances.purpose() == Purpose.SECOND_READING,
                    "Dit is al de tweede lezing. Escaleer als u er niet uitkomt.",
                    "This is the second reading already. Escalate if you can't settle it."),
            new Rule(
                    Set.of(Decision.INSPECT_AT_ORIGIN, Decision.RECOMMEND_DO_NOT_LOAD),
                    Circumstances::scannedOnArrival,
                    "De container is bij aankomst gescand en staat niet meer in het land van herkomst.",
                    "The container was scanned on arrival and is no longer in the country of origin."),
            new Rule(
                    Set.of(Decision.INSPECT_AT_ORIGIN, Decision.RECOMMEND_DO_NOT_LOAD),
                    Circumstances::hasLeft,
                    "Het schip is vertrokken.",
                    "The ship has left."),
            new Rule(
                    Set.of(Decision.RECOMMEND_DO_NOT_LOAD),
                    Circumstances::loadingIsOver,
                    "De laadsluiting is voorbij: laat de container voor vertrek controleren.",
                    "The loading cut-off has passed: have the container inspected before departure."),
            new Rule(
                    Set.of(Decision.NOT_READABLE),
                    circumstances -> circumstances.hasLeft() && !circumstances.scannedOnArrival(),
                    "Het schip is vertrokken: opnieuw scannen kan daar niet meer.",
                    "The ship has left: the container can't be scanned there again."),
            new Rule(
                    Set.of(Decision.CONTROL_ON_ARRIVAL),
                    Circumstances::hasLeftTerminal,
                    "De aankomst ligt meer dan 36 uur terug: de container is van de terminal vertrokken.",
                    "Arrival was more than 36 hours ago: the container has left the terminal."));

    private DecisionRules() {}

    /** Decisions that can be taken here and now, in the order of {@link Decision}. */
    public static List<Decision> possible(Circumstances circumstances) {
        return Arrays.stream(Decision.values())
                .filter(decision -> whyNot(decision, circumstances).isEmpty())
                .toList();
    }

    /** Empty when the decision can be taken. */
    public static Optional<LocalText> whyNot(Decision decision, Circumstances circumstances) {
        return RULES.stream()
                .filter(rule ->
                        rule.decisions().contains(decision) && rule.forbids().test(circumstances))
                .map(rule -> new LocalText(rule.nl(), rule.en()))
                .findFirst();
    }

    /** Everything but NO_FINDING needs a few words, for the next who reads it. Blanks at the ends don't count. */
    static boolean noteSuffices(Decision decision, String note) {
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            return false;
        }
        return decision == Decision.NO_FINDING || note.strip().length() >= SHORTEST_NOTE;
    }

    private record Rule(Set<Decision> decisions, Predicate<Circumstances> forbids, String nl, String en) {}
}
