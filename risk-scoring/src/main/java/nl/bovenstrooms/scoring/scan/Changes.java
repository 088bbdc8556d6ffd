package nl.bovenstrooms.scoring.scan;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.event.ScanScored.Change;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.scan.Archive.Mark;

/** Says why a scan was scored again, for those who read the score. */
final class Changes {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d-M-yyyy").withZone(ZoneOffset.UTC);

    private Changes() {}

    static Change manifestReceived() {
        return new Change(
                Because.MANIFEST_RECEIVED,
                null,
                new LocalText(
                        "Het manifest is aangevuld of gecorrigeerd.", "The manifest was completed or corrected."));
    }

    static Change versionsChanged() {
        return new Change(
                Because.VERSIONS_CHANGED,
                null,
                new LocalText(
                        "Beeldmodel of regelboek is vernieuwd sinds de vorige score.",
                        "Image model or rule book was renewed since the last score."));
    }

    private static LocalText picturesCompared(String cause) {
        return new LocalText(
                "De beelden van twee scans van deze container zijn met elkaar vergeleken%s.".formatted(cause),
                "The pictures of two scans of this container were compared%s.".formatted(cause));
    }

    /** @param around where the cause is among, unless it has changed again since */
    static Change of(Mark mark, List<Passage> around) {
        var cause = around.stream()
                .filter(passage -> passage.scanId().equals(mark.cause()))
                .findFirst()
                .map(passage -> " (%s, %s)".formatted(passage.caseReference(), DATE.format(passage.at())))
                .orElse("");
        return new Change(mark.because(), mark.cause(), text(mark.because(), cause));
    }

    private static LocalText text(Because because, String cause) {
        return switch (because) {
            case MANIFEST_RECEIVED -> manifestReceived().reason();
            case VERSIONS_CHANGED -> versionsChanged().reason();
            case PICTURES_COMPARED -> picturesCompared(cause);
            case SAME_CONTAINER ->
                new LocalText(
                        "Van dezelfde container is een andere scan bekend geworden%s.".formatted(cause),
                        "Another scan of the same container became known%s.".formatted(cause));
            case SAME_BILL ->
                new LocalText(
                        "Van een andere container van hetzelfde cognossement is een scan bekend geworden%s."
                                .formatted(cause),
                        "A scan of another container of the same bill of lading became known%s.".formatted(cause));
            case SAME_SENDER ->
                new LocalText(
                        "Van dezelfde afzender is een eerdere zending bekend geworden.",
                        "An earlier shipment of the same sender became known.");
            case SAME_SEAL ->
                new LocalText(
                        "Een zegel van deze container is ook voor een andere opgegeven%s.".formatted(cause),
                        "A seal of this container was declared for another one, too%s.".formatted(cause));
        };
    }
}
