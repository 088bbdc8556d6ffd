package nl.bovenstrooms.scoring.scan;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.place.UnLocodes;
import nl.bovenstrooms.scoring.history.Encounter;
import nl.bovenstrooms.scoring.history.Past;

/** Tells which other scan of the container there is. It does not count: what differs between the two does, by the rules. */
final class HistoryContribution {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d-M-yyyy").withZone(ZoneOffset.UTC);

    private HistoryContribution() {}

    static Optional<Contribution> of(Past past) {
        return Optional.ofNullable(past.encounter())
                .map(encounter -> new Contribution(
                        ContributionSource.HISTORY,
                        encounter.sameNumber() ? "other-scan" : "other-scan-number-misread",
                        0,
                        text(encounter)));
    }

    private static LocalText text(Encounter encounter) {
        var where = encounter.place().isEmpty()
                ? ""
                : ", " + UnLocodes.names().getOrDefault(encounter.place(), encounter.place());
        var which = "%s%s, %s".formatted(encounter.caseReference(), where, DATE.format(encounter.at()));
        var dutch = "Deze container is op dezelfde reis %s gescand (%s)."
                .formatted(encounter.earlier() ? "eerder" : "later", which);
        var english = "This container was scanned %s on the same voyage (%s)."
                .formatted(encounter.earlier() ? "before" : "later", which);
        return encounter.sameNumber()
                ? new LocalText(dutch, english)
                : new LocalText(
                        dutch
                                + " Daar is het nummer als %s gelezen; één teken verschilt."
                                        .formatted(encounter.number()),
                        english
                                + " Its number was read as %s there; one character differs."
                                        .formatted(encounter.number()));
    }
}
