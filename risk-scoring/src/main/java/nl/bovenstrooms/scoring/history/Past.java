package nl.bovenstrooms.scoring.history;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.scoring.rules.Facts.Comparison;
import nl.bovenstrooms.scoring.rules.Facts.History;
import nl.bovenstrooms.scoring.rules.Facts.Lot;
import nl.bovenstrooms.scoring.rules.Facts.OtherScan;
import org.jspecify.annotations.Nullable;

/**
 * What other passages say about one. A function of the passages that are {@linkplain Passage#relationTo related} to it, in whatever
 * order they are given.
 *
 * @param encounter its scan at the other end of the voyage; null when there is none
 * @param comparison of the pictures of both, with regions in the order own, other; null until it is made
 */
public record Past(
        Lot lot,
        OtherScan otherScan,
        History history,
        @Nullable Encounter encounter,
        @Nullable PictureComparison comparison) {

    /** Seal numbers of different makers meet, in the long run. */
    private static final Duration SAME_SEAL = Duration.ofDays(90);

    /** Two places are at the same time when nobody can say which came first by looking at the day. */
    private static final double SAME_TIME = 24;

    /** What later manifests of the same scan changed. */
    public record Amendment(
            @Nullable Boolean goods, @Nullable Double heavierKg) {}

    /** @param all that may be related, itself among them or not */
    public static Past of(Passage own, Collection<Passage> all, Amendment amendment) {
        var others = all.stream()
                .filter(other -> !other.scanId().equals(own.scanId()) || other.index() != own.index())
                .filter(other -> own.relationTo(other).isPresent())
                .sorted(Passage.IN_TIME)
                .toList();
        var encounter = Encounter.of(own, others).orElse(null);
        return new Past(
                Lots.of(own, others),
                otherScan(own, others, encounter),
                history(own, others, amendment),
                encounter,
                null);
    }

    /** @param made of the pictures of the encounter, with regions in the order later, earlier */
    public Past with(PictureComparison made) {
        var own = encounter != null && !encounter.earlier() ? turned(made) : made;
        return new Past(
                lot,
                new OtherScan(
                        Comparison.valueOf(made.result().name()),
                        made.certainty(),
                        otherScan.sealChanged(),
                        otherScan.heavierKg()),
                history,
                encounter,
                own);
    }

    private static PictureComparison turned(PictureComparison made) {
        return new PictureComparison(
                made.result(),
                made.obstacle(),
                made.certainty(),
                made.changes().stream()
                        .map(change -> new PictureChange(
                                change.kind(),
                                change.otherRegion(),
                                change.region(),
                                change.strength(),
                                change.certainty()))
                        .toList(),
                made.version());
    }

    /** The same past with what its sender does usually. */
    public Past with(Habits habits) {
        return new Past(
                lot,
                otherScan,
                new History(
                        habits.firstOfPair(),
                        habits.unusualGoods(),
                        habits.earlierBills(),
                        history.inUseElsewhere(),
                        history.impossibleJourney(),
                        history.elsewherePort(),
                        history.hoursSinceElsewhere(),
                        history.otherSizeType(),
                        history.earlierSizeType(),
                        history.sealInUseElsewhere(),
                        history.goodsAmended(),
                        history.amendedKg()),
                encounter,
                comparison);
    }

    private static OtherScan otherScan(Passage own, List<Passage> others, @Nullable Encounter encounter) {
        if (encounter == null) {
            return OtherScan.NONE;
        }
        var other = others.stream()
                .filter(passage -> passage.scanId().equals(encounter.scanId()) && passage.index() == encounter.index())
                .findFirst()
                .orElseThrow();
        var earlier = encounter.earlier() ? other : own;
        var later = encounter.earlier() ? own : other;
        // A seal may be added underway; one that is gone was broken.
        var sealChanged = (earlier.seals().isEmpty() || later.seals().isEmpty())
                ? null
                : (Boolean) !later.seals().containsAll(earlier.seals());
        return new OtherScan(Comparison.NONE, null, sealChanged, difference(later.weighedKg(), earlier.weighedKg()));
    }

    private static @Nullable Double difference(@Nullable Double later, @Nullable Double earlier) {
        return later == null || earlier == null ? null : (Double) (later - earlier);
    }

    private static History history(Passage own, List<Passage> others, Amendment amendment) {
        var ofNumber =
                others.stream().filter(other -> hasSameNumber(own, other)).toList();
        var elsewhere = ofNumber.stream()
                .filter(other -> !Journeys.isPossible(own, other))
                .min(Comparator.<Passage>comparingDouble(other -> Journeys.hoursBetween(own, other))
                        .thenComparing(Passage.IN_TIME));
        var knowsPlace = own.number() != null && !own.place().isEmpty();
        var knowsType = own.number() != null && !own.sizeType().isEmpty();
        var otherType = ofNumber.stream()
                .filter(other -> Passage.IN_TIME.compare(other, own) < 0 && hasOtherType(own, other))
                .reduce((earlier, later) -> later);
        return new History(
                null,
                null,
                null,
                knowsPlace
                        ? (Boolean) elsewhere
                                .filter(other -> Journeys.hoursBetween(own, other) <= SAME_TIME)
                                .isPresent()
                        : null,
                knowsPlace
                        ? (Boolean) ofNumber.stream()
                                .anyMatch(other ->
                                        Passage.IN_TIME.compare(other, own) < 0 && !Journeys.isPossible(other, own))
                        : null,
                elsewhere.map(Passage::place).orElse(""),
                elsewhere
                        .map(other -> Math.round(10 * Journeys.hoursBetween(own, other)) / 10.0)
                        .orElse(null),
                knowsType ? (Boolean) otherType.isPresent() : null,
                otherType.map(Passage::sizeType).orElse(""),
                own.seals().isEmpty() ? null : (Boolean) others.stream().anyMatch(other -> hasSealOfOther(own, other)),
                amendment.goods(),
                amendment.heavierKg());
    }

    private static boolean hasSameNumber(Passage own, Passage other) {
        return own.number() != null && own.number().equals(other.number());
    }

    /** Another length, or another kind: the height and the details of the type are often written in different ways. */
    private static boolean hasOtherType(Passage own, Passage other) {
        return !other.sizeType().isEmpty()
                && (!own.lengthCode().equals(other.lengthCode())
                        || !own.typeCode().equals(other.typeCode()));
    }

    private static boolean hasSealOfOther(Passage own, Passage other) {
        return own.number() != null
                && other.number() != null
                && !own.hasNumberLike(other)
                && !Collections.disjoint(own.seals(), other.seals())
                && Duration.between(own.at(), other.at()).abs().compareTo(SAME_SEAL) <= 0;
    }
}
