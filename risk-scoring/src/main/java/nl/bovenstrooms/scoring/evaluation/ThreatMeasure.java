package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.bovenstrooms.scoring.evaluation.Section.Exhibit;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import nl.bovenstrooms.scoring.score.Interval;
import nl.bovenstrooms.scoring.training.Ranking;
import nl.bovenstrooms.scoring.training.SyntheticCrops;

/** How well contraband is told from no contraband in one set. */
final class ThreatMeasure {

    /** In real life, so many of a thousand containers hold contraband. */
    static final double BASE_RATE = 0.003;

    /** The least mass, in kg, of what a model has to find. */
    static final double LEAST_KG = 20;

    /** Contraband that darkens its pixels by less than the noise there is not in the picture. */
    static final double LEAST_VISIBILITY = 1;

    /** Contraband that changes its pixels by less than they vary nearby drowns in the goods around it. */
    static final double LEAST_CONSPICUITY = 1;

    /** Where a table tells what is found. */
    static final double TABLES_AT = 0.01;

    private static final double[] FALSE_ALARMS = {0.005, 0.01, 0.05};
    private static final double[] VISIBILITIES = {0, 1, 3, 10, 30, 100};
    private static final double[] CONSPICUITIES = {0, 0.25, 0.5, 1, 2, 4};
    private static final double[] KILOGRAMS = {0, 20, 50, 100, 200, 500};

    /** Containers that are opened of a thousand. */
    private static final int[] OPENED = {5, 10, 20, 50};

    private final String prefix;
    private final Looks looks;
    private final Map<Double, Goal> goals;
    private final Ranking ranking;

    /**
     * @param prefix of the names of the figures
     * @param goals for what is found of visible contraband, by the share of false alarms
     */
    ThreatMeasure(String prefix, Looks looks, Map<Double, Goal> goals) {
        this.prefix = prefix;
        this.looks = looks;
        this.goals = goals;
        ranking = looks.ranking();
    }

    /** What nobody could find in this picture, or nobody would smuggle, is left out. */
    static boolean shouldBeFound(Look look) {
        return look.hiddenKilograms() >= LEAST_KG && look.visibility() > LEAST_VISIBILITY;
    }

    double threshold(double falseAlarms) {
        return ranking.threshold(falseAlarms);
    }

    Figure areaUnderCurve() {
        return Figure.plain(
                prefix + "AreaUnderCurve", "area under the ROC curve", ranking.areaUnderCurve(), looks.count());
    }

    /** @param says of which contraband */
    Figure recall(String name, String says, double falseAlarms, Predicate<Look> which) {
        var threshold = threshold(falseAlarms);
        var wanted = looks.where(Look::holdsThreat).where(which);
        return wanted.share(
                prefix + name,
                "found at %s %% false alarms, %s".formatted(edge(100 * falseAlarms), says),
                look -> look.score() > threshold);
    }

    List<Figure> recalls() {
        var figures = new ArrayList<Figure>();
        for (var falseAlarms : FALSE_ALARMS) {
            figures.add(recall(suffix("Recall", falseAlarms), "all contraband", falseAlarms, look -> true));
        }
        for (var falseAlarms : FALSE_ALARMS) {
            var visible = recall(
                    suffix("RecallOfVisible", falseAlarms),
                    "20 kg and more, above the noise",
                    falseAlarms,
                    ThreatMeasure::shouldBeFound);
            var goal = goals.get(falseAlarms);
            figures.add(goal == null ? visible : visible.withGoal(goal));
        }
        for (var falseAlarms : FALSE_ALARMS) {
            figures.add(recall(
                    suffix("RecallOfConspicuous", falseAlarms),
                    "20 kg and more that stand out from the goods around",
                    falseAlarms,
                    look -> shouldBeFound(look) && look.conspicuity() >= LEAST_CONSPICUITY));
        }
        return figures;
    }

    /** Such as {@code RecallAt0_5}. */
    static String suffix(String name, double falseAlarms) {
        return name + "At" + edge(100 * falseAlarms).replace('.', '_');
    }

    /** Of what is opened, how much holds contraband, when as little is smuggled as in real life. */
    List<Figure> precisions() {
        var figures = new ArrayList<Figure>();
        for (var opened : OPENED) {
            figures.add(Figure.plain(
                    prefix + "PrecisionOf" + opened,
                    "hold contraband of the %d most suspicious of 1000, where 3 do".formatted(opened),
                    ranking.precision(opened / 1000.0, BASE_RATE),
                    looks.count()));
        }
        return figures;
    }

    Figure peaks() {
        var threshold = threshold(TABLES_AT);
        return looks.where(look -> look.holdsThreat() && look.score() > threshold)
                .share(
                        prefix + "PeakOnThreat",
                        "heat map's peak on the contraband, of what is found at 1 % false alarms",
                        Look::isPeakOnThreat);
    }

    List<Exhibit> tables() {
        var tables = new ArrayList<Exhibit>();
        tables.add(table("Where it is hidden", Look::place));
        tables.add(table("Mass of the contraband", look -> band(look.hiddenKilograms(), KILOGRAMS, " kg")));
        tables.add(table(
                "Visibility: how much darker it makes its pixels, in units of the noise there",
                look -> band(look.visibility(), VISIBILITIES, "")));
        tables.add(table(
                "Conspicuity: how much it changes its pixels, in units of how much they vary nearby",
                look -> band(look.conspicuity(), CONSPICUITIES, "")));
        tables.add(table("Load", look -> load(look.truth().loadKind())));
        tables.add(table("Type of container", look -> look.truth().box()));
        tables.add(table("Scanner", look -> look.truth().scanner()));
        tables.add(table("How the picture came", look -> look.truth().path()));
        return tables;
    }

    static String load(int kind) {
        return kind < 0 ? "unknown" : SyntheticCrops.loadKinds().get(kind);
    }

    private Table table(String title, Function<Look, String> by) {
        var threshold = threshold(TABLES_AT);
        var lenient = threshold(0.05);
        var groups = looks.stream()
                .filter(Look::holdsThreat)
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        var clean = looks.stream()
                .filter(look -> !look.holdsThreat())
                .collect(Collectors.groupingBy(by, Collectors.toList()));
        var rows = new ArrayList<List<String>>();
        groups.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(group -> {
            var all = group.getValue();
            var visible = all.stream().filter(ThreatMeasure::shouldBeFound).toList();
            var others = clean.getOrDefault(group.getKey(), List.of());
            rows.add(List.of(
                    group.getKey().strip(),
                    found(all, threshold),
                    found(all, lenient),
                    found(visible, threshold),
                    others.isEmpty() ? "" : found(others, threshold)));
        });
        return new Table(
                title,
                List.of(
                        "",
                        "found at 1 % false alarms",
                        "at 5 %",
                        "at 1 %, of 20 kg and more above the noise",
                        "clean ones suspected at 1 %"),
                rows);
    }

    private static String found(List<Look> of, double threshold) {
        if (of.isEmpty()) {
            return "- of 0";
        }
        var found = of.stream().filter(look -> look.score() > threshold).count();
        var interval = Interval.ofShare(found, of.size());
        return "%s of %d (%s to %s)"
                .formatted(
                        Figure.number(found / (double) of.size()),
                        of.size(),
                        Figure.number(interval.low()),
                        Figure.number(interval.high()));
    }

    /** Sorted by its text, so the lower end is padded. */
    private static String band(double value, double[] from, String unit) {
        var band = from.length - 1;
        while (band > 0 && value < from[band]) {
            band--;
        }
        return band == from.length - 1
                ? "%4s%s and more".formatted(edge(from[band]), unit)
                : "%4s to %s%s".formatted(edge(from[band]), edge(from[band + 1]), unit);
    }

    private static String edge(double value) {
        return value == Math.rint(value) ? Integer.toString((int) value) : Double.toString(value);
    }

    Plots.Line curve() {
        var points = ranking.curve();
        return new Plots.Line(
                points.stream().mapToDouble(Ranking.Point::falseAlarms).toArray(),
                points.stream().mapToDouble(Ranking.Point::found).toArray());
    }
}
