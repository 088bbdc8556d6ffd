package nl.bovenstrooms.scoring.scan;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.place.UnLocodes;
import nl.bovenstrooms.scoring.history.Encounter;
import nl.bovenstrooms.scoring.history.Past;
import org.jspecify.annotations.Nullable;

/**
 * Tells which other scan of the container there is, and what came of comparing the pictures. Neither counts: what differs between the
 * two does, by the rules.
 */
final class HistoryContribution {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d-M-yyyy").withZone(ZoneOffset.UTC);

    private HistoryContribution() {}

    static List<Contribution> of(Past past) {
        var contributions = new ArrayList<Contribution>();
        var encounter = past.encounter();
        if (encounter != null) {
            contributions.add(
                    remark(encounter.sameNumber() ? "other-scan" : "other-scan-number-misread", text(encounter)));
        }
        var comparison = past.comparison();
        if (comparison != null) {
            contributions.add(compared(comparison));
        }
        return contributions;
    }

    private static Contribution remark(String id, LocalText reason) {
        return new Contribution(ContributionSource.HISTORY, id, 0, reason);
    }

    private static Contribution compared(PictureComparison comparison) {
        return switch (comparison.result()) {
            case SAME -> remark("pictures-same", same(comparison));
            case CHANGED -> remark("pictures-changed", changed(comparison));
            case NOT_COMPARABLE -> remark("pictures-not-comparable", notComparable(comparison.obstacle()));
        };
    }

    private static LocalText same(PictureComparison comparison) {
        var certainty = percent(comparison.certainty());
        return new LocalText(
                "De beelden van de twee scans verschillen niet meer dan door andere scanners en een schuivende lading komt (zekerheid %s). Een kleine of bedekte toevoeging kan onopgemerkt blijven."
                        .formatted(certainty),
                "The pictures of the two scans differ by no more than other scanners and a shifting load explain (certainty %s). A small or covered addition can go unnoticed."
                        .formatted(certainty));
    }

    private static LocalText changed(PictureComparison comparison) {
        var certainty = percent(comparison.certainty());
        var added = count(comparison, ChangeKind.ADDED);
        var removed = count(comparison, ChangeKind.REMOVED);
        var shifted = count(comparison, ChangeKind.SHIFTED);
        return new LocalText(
                "De beelden van de twee scans verschillen meer dan door andere scanners en een schuivende lading komt: erbij %d, weg %d, verplaatst %d (zekerheid %s). Meegewogen is hoe sterk de beelden ter plaatse verschillen, en hoeveel verdachter het beeldmodel het ene beeld vindt dan het andere, over het geheel en ter plaatse."
                        .formatted(added, removed, shifted, certainty),
                "The pictures of the two scans differ by more than other scanners and a shifting load explain: added %d, removed %d, moved %d (certainty %s). What was weighed is how strongly the pictures differ at the place, and how much more suspicious the image model finds one picture than the other, as a whole and at the place."
                        .formatted(added, removed, shifted, certainty));
    }

    private static long count(PictureComparison comparison, ChangeKind kind) {
        return comparison.changes().stream()
                .filter(change -> change.kind() == kind)
                .count();
    }

    private static LocalText notComparable(@Nullable ComparisonObstacle obstacle) {
        var why = why(obstacle == null ? ComparisonObstacle.FAILED : obstacle);
        return new LocalText(
                "De beelden van de twee scans zijn niet te vergelijken: %s.".formatted(why.nl()),
                "The pictures of the two scans can't be compared: %s.".formatted(why.en()));
    }

    private static LocalText why(ComparisonObstacle obstacle) {
        return switch (obstacle) {
            case NO_PICTURE ->
                new LocalText(
                        "van een van beide scans is de container op geen beeld gevonden",
                        "no picture of one of the scans shows the container");
            case PICTURE_GONE ->
                new LocalText(
                        "een van de beelden is niet meer bewaard (bewaartermijn)",
                        "one of the pictures is no longer kept (retention)");
            case EARLIER_UNREADABLE ->
                new LocalText("het eerdere beeld is onleesbaar", "the earlier picture is not readable");
            case LATER_UNREADABLE ->
                new LocalText("het latere beeld is onleesbaar", "the later picture is not readable");
            case DO_NOT_MATCH ->
                new LocalText(
                        "ze passen niet op elkaar; het kan om een andere lading of container gaan, of een deel ontbreekt",
                        "they do not match; it may be another load or container, or a part is missing");
            case FAILED -> new LocalText("de vergelijking is mislukt", "the comparison failed");
        };
    }

    private static String percent(@Nullable Double certainty) {
        return certainty == null ? "?" : String.format(Locale.ROOT, "%.0f%%", 100 * certainty);
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
