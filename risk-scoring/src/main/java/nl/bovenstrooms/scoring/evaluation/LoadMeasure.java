package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.bovenstrooms.scoring.evaluation.Section.Confusion;
import nl.bovenstrooms.scoring.evaluation.Section.Exhibit;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.training.SyntheticCrops;

/** How well the load is told: its kind, whether there is any, its mass; and which end has the doors. */
final class LoadMeasure {

    /** Where more of the picture is opaque, nobody can say how much stands behind. */
    private static final double MOST_OPAQUE = 0.2;

    /** The share of an error is told of loads of a tonne and more. */
    private static final double LEAST_KG = 1000;

    /** So many passages like one are shown unless somebody asks for more. */
    private static final int NEAREST = 5;

    private final String prefix;
    private final Looks looks;

    /** @param prefix of the names of the figures */
    LoadMeasure(String prefix, Looks looks) {
        this.prefix = prefix;
        this.looks = looks.where(look -> look.truth().loadKind() >= 0);
    }

    int count() {
        return looks.count();
    }

    Figure kind() {
        return looks.share(
                prefix + "LoadKindTop1",
                "load kind right, of %d kinds"
                        .formatted(looks.card().loadKinds().size()),
                look -> look.likeliestLoad() == look.truth().loadKind());
    }

    /** Goods of one chapter of the Harmonized System are often drawn from alike packages. */
    Figure chapter() {
        var chapters = SyntheticCrops.chapters();
        return looks.share(
                prefix + "LoadChapterTop1",
                "chapter of the Harmonized System right, of %d"
                        .formatted(chapters.stream().distinct().count()),
                look -> likeliestChapter(look, chapters)
                        .equals(chapters.get(look.truth().loadKind())));
    }

    /** What an analyst gets who asks for passages like one; by the distance that {@code SimilarLoads} sorts by. */
    Figure alike() {
        var all = looks.stream().toList();
        var units = all.stream().map(look -> unit(look.answer().embedding())).toList();
        var same = 0L;
        for (var one = 0; one < all.size(); one++) {
            var own = units.get(one);
            var kind = all.get(one).truth().loadKind();
            var self = one;
            same += IntStream.range(0, all.size())
                    .filter(other -> other != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble(other -> -product(own, units.get(other))))
                    .limit(NEAREST)
                    .filter(other -> all.get(other).truth().loadKind() == kind)
                    .count();
        }
        return Figure.share(
                prefix + "SameKindAmongNearest",
                "of the five of the set that look most alike, load of the same kind",
                same,
                (long) NEAREST * all.size());
    }

    private static float[] unit(float... embedding) {
        var length = (float) Math.sqrt(product(embedding, embedding));
        var unit = new float[embedding.length];
        for (var dimension = 0; dimension < unit.length; dimension++) {
            unit[dimension] = embedding[dimension] / length;
        }
        return unit;
    }

    private static double product(float[] one, float[] other) {
        var product = 0.0;
        for (var dimension = 0; dimension < one.length; dimension++) {
            product += one[dimension] * (double) other[dimension];
        }
        return product;
    }

    private static String likeliestChapter(Look look, List<String> chapters) {
        var logits = look.answer().loadKinds();
        var highest = logits[look.likeliestLoad()];
        var sums = new LinkedHashMap<String, Double>();
        for (var kind = 0; kind < logits.length; kind++) {
            sums.merge(chapters.get(kind), Math.exp(logits[kind] - highest), Double::sum);
        }
        return sums.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    Figure empty() {
        var empty = looks.card().loadKinds().indexOf(ModelCard.EMPTY);
        return looks.share(
                prefix + "EmptyOrLoaded",
                "empty or loaded told right",
                look -> (look.likeliestLoad() == empty) == (look.truth().loadKind() == empty));
    }

    Figure mass() {
        return mass("MassMedianError", "mass, median error as a share, where less than 20 % is opaque", 0, MOST_OPAQUE);
    }

    Figure massBehindOpaque() {
        return mass("MassMedianErrorOpaque", "the same, where more is opaque", MOST_OPAQUE, 1.01);
    }

    private Figure mass(String name, String says, double fromOpaque, double untilOpaque) {
        var some = looks.where(look -> look.opaque() >= fromOpaque
                && look.opaque() < untilOpaque
                && look.truth().kilograms() >= LEAST_KG
                && !Double.isNaN(look.kilograms()));
        return Figure.plain(
                prefix + name,
                says,
                Looks.median(some.stream()
                        .mapToDouble(
                                look -> Math.abs(look.kilograms() - look.truth().kilograms())
                                        / look.truth().kilograms())
                        .toArray()),
                some.count());
    }

    Figure doors() {
        return looks.share(
                prefix + "DoorEnd",
                "end with the doors told right",
                look -> look.saysDoorsRight() == look.truth().doorsRight());
    }

    List<Exhibit> exhibits() {
        var kinds = looks.card().loadKinds();
        var counts = new int[kinds.size()][kinds.size()];
        looks.stream().forEach(look -> counts[look.truth().loadKind()][look.likeliestLoad()]++);
        return List.of(byKind(), new Confusion("Load kinds: true ones down, answers across", kinds, counts));
    }

    private Table byKind() {
        var rows = new ArrayList<List<String>>();
        looks.stream()
                .collect(Collectors.groupingBy(look -> look.truth().loadKind()))
                .forEach((kind, of) -> {
                    var some = looks.where(look -> look.truth().loadKind() == kind);
                    var one = new LoadMeasure(prefix, some);
                    rows.add(List.of(
                            ThreatMeasure.load(kind),
                            Integer.toString(of.size()),
                            one.kind().valueText(),
                            one.mass().valueText(),
                            one.massBehindOpaque().valueText()));
                });
        return new Table(
                "By kind of load",
                List.of("", "of", "kind right", "mass, median error", "mass, where more than 20 % is opaque"),
                rows);
    }
}
