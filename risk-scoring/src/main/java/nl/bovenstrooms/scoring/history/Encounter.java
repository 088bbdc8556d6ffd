package nl.bovenstrooms.scoring.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.scoring.history.PicturePair.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a container at the other end of its voyage.
 *
 * @param index of the container in that scan
 * @param number as it was read there
 * @param sameNumber false when the two numbers differ in one character
 * @param earlier whether that scan came before
 * @param pictures of both; null when one of the two scans has none that shows the container
 */
public record Encounter(
        UUID scanId,
        int index,
        String caseReference,
        Instant at,
        String place,
        String number,
        boolean sameNumber,
        boolean earlier,
        @Nullable PicturePair pictures) {

    /** Less is the same passage, sent twice under two names. */
    private static final Duration SHORTEST = Duration.ofMinutes(30);

    /** From the west coast of South America with transshipment, weeks in the stack included. */
    private static final Duration LONGEST = Duration.ofDays(75);

    /** By how much two manifests may disagree about a departure and still mean the same one. */
    private static final Duration SAME_DEPARTURE = Duration.ofDays(5);

    /** The one before, or else the one behind; of several the nearest in time. */
    static Optional<Encounter> of(Passage own, Collection<Passage> all) {
        var before = all.stream()
                .filter(other -> isSecondScan(other, own))
                .max(Comparator.comparing((Passage other) -> hasSameNumber(own, other))
                        .thenComparing(Passage.IN_TIME));
        return before.or(() -> all.stream()
                        .filter(other -> isSecondScan(own, other))
                        .min(Comparator.comparing((Passage other) -> !hasSameNumber(own, other))
                                .thenComparing(Passage.IN_TIME)))
                .map(other -> new Encounter(
                        other.scanId(),
                        other.index(),
                        other.caseReference(),
                        other.at(),
                        other.place(),
                        other.container(),
                        hasSameNumber(own, other),
                        before.isPresent(),
                        before.isPresent() ? pictures(other, own) : pictures(own, other)));
    }

    private static @Nullable PicturePair pictures(Passage earlier, Passage later) {
        var first = earlier.shown();
        var second = later.shown();
        return first == null || second == null
                ? null
                : new PicturePair(new Sighting(earlier.scanId(), first), new Sighting(later.scanId(), second));
    }

    private static boolean hasSameNumber(Passage one, Passage other) {
        return one.container().equals(other.container());
    }

    private static boolean isSecondScan(Passage earlier, Passage later) {
        var between = Duration.between(earlier.at(), later.at());
        return earlier.hasNumberLike(later)
                && !earlier.scanId().equals(later.scanId())
                && between.compareTo(SHORTEST) >= 0
                && between.compareTo(LONGEST) <= 0
                && Journeys.isPossible(earlier, later)
                && (hasSameNumber(earlier, later) ? !isOtherVoyage(earlier, later) : isMisread(earlier, later));
    }

    /** A check digit shows nearly every wrong character; so one of two numbers that mean the same container has a bad one. */
    private static boolean isMisread(Passage one, Passage other) {
        return isSameVoyage(one, other) && !(hasGoodCheckDigit(one) && hasGoodCheckDigit(other));
    }

    private static boolean hasGoodCheckDigit(Passage passage) {
        return ContainerNumber.of(passage.container()).checkDigit() == CheckDigit.CORRECT;
    }

    private static boolean isSameVoyage(Passage one, Passage other) {
        return !Collections.disjoint(one.bills(), other.bills())
                || (isSameShip(one, other) && !isOtherVoyage(one, other));
    }

    private static boolean isSameShip(Passage one, Passage other) {
        return !one.voyage().imo().isEmpty()
                && one.voyage().imo().equals(other.voyage().imo());
    }

    /** Whether the two manifests name departures that can't be the same. What one of them does not say is no contradiction. */
    private static boolean isOtherVoyage(Passage one, Passage other) {
        if (!Collections.disjoint(one.bills(), other.bills())) {
            return false;
        }
        return differ(one.voyage().departure(), other.voyage().departure())
                || differ(one.voyage().arrival(), other.voyage().arrival());
    }

    private static boolean differ(@Nullable Instant one, @Nullable Instant other) {
        return one != null
                && other != null
                && Duration.between(one, other).abs().compareTo(SAME_DEPARTURE) > 0;
    }
}
