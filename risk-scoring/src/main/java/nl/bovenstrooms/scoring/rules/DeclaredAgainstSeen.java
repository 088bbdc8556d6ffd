package nl.bovenstrooms.scoring.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bovenstrooms.scoring.rules.Facts.LoadKind;
import nl.bovenstrooms.scoring.rules.Facts.Packages;
import nl.bovenstrooms.scoring.rules.Facts.Picture;
import nl.bovenstrooms.scoring.rules.Match.Fit;
import org.jspecify.annotations.Nullable;

/**
 * Lays what was declared beside what the picture shows. Says CONTRADICTS only when the picture is clear and leaves no room for
 * what was declared; wherever the picture, the papers or the book's knowledge of goods end, it can't tell.
 */
final class DeclaredAgainstSeen {

    /**
     * What it takes to say so, from the rule book.
     *
     * @param packages litres of one package, at least and at most, by code of UN/CEFACT Recommendation 21; types of any size
     *     are not listed
     * @param roomLitres inside of a container, by length in feet
     */
    record Section(
            @JsonProperty(required = true) GoodsLimits goods,
            @JsonProperty(required = true) MassLimits mass,
            @JsonProperty(required = true) double fillError,
            @JsonProperty(required = true) Map<String, List<Double>> packages,
            @JsonProperty(required = true) Map<String, Double> roomLitres) {

        Section {
            packages = Map.copyOf(packages);
            roomLitres = Map.copyOf(roomLitres);
            packages.forEach((type, litres) -> require(
                    litres.size() == 2 && litres.get(0) > 0 && litres.get(0) <= litres.get(1),
                    "packages." + type + " has two numbers: litres at least and at most"));
            require(fillError > 0 && fillError < 1, "fillError lies between 0 and 1");
        }
    }

    /**
     * @param fits the declared goods' share of what the picture may show from which they fit
     * @param contradicts the share up to which they contradict, if something else is seen clearly
     * @param clear the share that one other kind, with those alike, has to have for that
     * @param mostOpaque share of the picture without rays from which nobody can tell
     */
    record GoodsLimits(
            @JsonProperty(required = true) double fits,
            @JsonProperty(required = true) double contradicts,
            @JsonProperty(required = true) double clear,
            @JsonProperty(required = true) double mostOpaque) {

        GoodsLimits {
            require(0 <= contradicts && contradicts < fits && fits <= 1, "goods: contradicts lies below fits");
        }
    }

    /**
     * The mass seen is m with a standard error of m (error + opaqueError o / (1 - o)), where o is the opaque share.
     *
     * @param deviations of the error bar on either side
     * @param leastKg that lie between two error bars before they contradict
     * @param mostOpaque share from which the mass seen is a lower bound only
     * @param declaredError of a declared mass, as a share: packaging, pallets, rounding
     */
    record MassLimits(
            @JsonProperty(required = true) double error,
            @JsonProperty(required = true) double opaqueError,
            @JsonProperty(required = true) double deviations,
            @JsonProperty(required = true) double leastKg,
            @JsonProperty(required = true) double mostOpaque,
            @JsonProperty(required = true) double declaredError) {

        MassLimits {
            require(error > 0 && opaqueError >= 0 && deviations > 0, "mass: an error bar has a length");
            require(leastKg >= 0 && declaredError >= 0 && mostOpaque < 1, "mass: mostOpaque lies below 1");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new RuleBookRefused("seen." + what);
        }
    }

    /** Seen as empty: nothing to compare the goods with, and a rule of its own. */
    private static final double MOST_EMPTY = 0.5;

    private static final List<Double> NOTHING = List.of(0.0, 0.0);

    private final Looks looks;
    private final Section limits;

    DeclaredAgainstSeen(Looks looks, Section limits) {
        this.looks = looks;
        this.limits = limits;
    }

    Match match(Facts facts) {
        var picture = facts.picture();
        var goods = facts.goods();
        var kind = picture.loadKind();
        var share = goodsShare(facts);
        var expected = looks.expected(goods.codes());
        var mass = massSeen(picture);
        var packed = packed(facts);
        return new Match(
                goodsFit(facts, share),
                share,
                kind,
                looks.dutch(kind),
                looks.english(kind),
                expected.stream().map(looks::dutch).toList(),
                expected.stream().map(looks::english).toList(),
                mass == null ? null : (Double) mass.least(),
                mass == null || Double.isInfinite(mass.most()) ? null : (Double) mass.most(),
                massFit(mass, goods.declaredKg()),
                massFit(mass, less(facts.container().vgmKg(), facts.container().tareKg())),
                massFit(
                        mass,
                        less(
                                facts.container().weighbridgeKg(),
                                facts.container().tareKg())),
                packed == null ? null : (Double) packed.least(),
                packed == null ? null : (Double) packed.most(),
                fillFit(packed, picture.fill()));
    }

    /** How much of what the picture may show is allowed by all codes together; null when that can't be told. */
    private @Nullable Double goodsShare(Facts facts) {
        var picture = facts.picture();
        var empty = picture.emptyProbability();
        var opaque = picture.opaqueShare();
        var allowed = looks.allowed(facts.goods().codes());
        if (!picture.seen()
                || picture.loadKinds().isEmpty()
                || allowed.isEmpty()
                || empty == null
                || empty > MOST_EMPTY
                || (opaque != null && opaque > limits.goods().mostOpaque())) {
            return null;
        }
        return Math.min(1, total(picture.loadKinds(), allowed) / (1 - empty));
    }

    private Fit goodsFit(Facts facts, @Nullable Double share) {
        if (share == null) {
            return Fit.CAN_NOT_TELL;
        }
        if (share >= limits.goods().fits()) {
            return Fit.FITS;
        }
        return share <= limits.goods().contradicts() && isClear(facts) ? Fit.CONTRADICTS : Fit.CAN_NOT_TELL;
    }

    private boolean isClear(Facts facts) {
        var kinds = facts.picture().loadKinds();
        var allowed = looks.allowed(facts.goods().codes());
        return kinds.stream().anyMatch(kind -> {
            var others = new HashSet<>(looks.alike(kind.kind()));
            others.removeAll(allowed);
            return total(kinds, others) >= limits.goods().clear();
        });
    }

    private static double total(List<LoadKind> kinds, Set<String> which) {
        return kinds.stream()
                .filter(kind -> which.contains(kind.kind()))
                .mapToDouble(LoadKind::probability)
                .sum();
    }

    /** @param most infinite when too much is opaque to say */
    private record Range(double least, double most) {}

    private @Nullable Range massSeen(Picture picture) {
        var mass = picture.massKg();
        if (!picture.seen() || mass == null || picture.opaqueShare() == null) {
            return null;
        }
        double opaque = picture.opaqueShare();
        var bounds = limits.mass();
        if (opaque > bounds.mostOpaque()) {
            return new Range(Math.max(0, mass * (1 - bounds.deviations() * bounds.error())), Double.POSITIVE_INFINITY);
        }
        var error = bounds.deviations() * (bounds.error() + bounds.opaqueError() * opaque / (1 - opaque));
        return new Range(Math.max(0, mass * (1 - error)), mass * (1 + error));
    }

    private Fit massFit(@Nullable Range seen, @Nullable Double declared) {
        if (seen == null || declared == null) {
            return Fit.CAN_NOT_TELL;
        }
        var bounds = limits.mass();
        var least = declared * (1 - bounds.declaredError()) - bounds.leastKg();
        var most = declared * (1 + bounds.declaredError()) + bounds.leastKg();
        return fit(new Range(least, most), seen);
    }

    private static @Nullable Double less(@Nullable Double gross, @Nullable Double tare) {
        return gross == null || tare == null || gross < tare ? null : (Double) (gross - tare);
    }

    /** Share of the container that the declared packages take up; null when their size is not known. */
    private @Nullable Range packed(Facts facts) {
        var room = limits.roomLitres().get(String.valueOf(facts.container().lengthFeet()));
        var packages = facts.goods().packages();
        if (room == null
                || packages.isEmpty()
                || packages.stream().anyMatch(some -> !limits.packages().containsKey(some.type()))) {
            return null;
        }
        return new Range(litres(packages, 0) / room, litres(packages, 1) / room);
    }

    private double litres(List<Packages> packages, int bound) {
        return packages.stream()
                .mapToDouble(some -> some.count()
                        * limits.packages().getOrDefault(some.type(), NOTHING).get(bound))
                .sum();
    }

    private Fit fillFit(@Nullable Range packed, @Nullable Double seen) {
        if (packed == null || seen == null) {
            return Fit.CAN_NOT_TELL;
        }
        // What takes up more than the room is a matter of the papers; the picture can show no more than full.
        var declared = new Range(Math.min(1, packed.least()), packed.most());
        return fit(declared, new Range(seen - limits.fillError(), seen + limits.fillError()));
    }

    private static Fit fit(Range declared, Range seen) {
        return declared.most() < seen.least() || declared.least() > seen.most() ? Fit.CONTRADICTS : Fit.FITS;
    }
}
