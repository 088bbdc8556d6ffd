package nl.bovenstrooms.scoring.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import nl.bovenstrooms.scoring.evaluation.StoryCase.Variant;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.WeighedRules;
import nl.bovenstrooms.scoring.score.Combination;

/**
 * Measures the whole score on simulated stories that nothing was fitted on: what image, rules and other scans add to each other, and
 * whether the probabilities are honest. Fits the combination, on stories of another seed.
 */
public final class EvaluatingStories {

    /** Contraband in so many of the containers that are scanned: of a port that looks where it matters, and of all scans. */
    private static final List<Double> BASE_RATES = List.of(0.01, 0.003);

    private static final double FEW = 0.05;
    private static final double MORE = 0.10;

    private final ModelFiles files;
    private final RuleBook byTheBook;
    private final Plan plan;
    private final StoryLooks looks;

    /**
     * @param seed of the stories
     * @param honest stories
     * @param smuggled stories
     * @param threads at least 1
     * @param looks folder for what the model saw
     * @param command that makes the same report again
     */
    public record Plan(long seed, int honest, int smuggled, int threads, Path looks, String command) {

        public Plan {
            if (honest < 2 || smuggled < 2 || threads < 1) {
                throw new IllegalArgumentException("at least 2 stories of each kind and one thread are needed");
            }
        }
    }

    /** @param ruleBook its weights are left aside, and measured where they are given */
    public EvaluatingStories(ModelFiles files, RuleBook ruleBook, Plan plan, Progress progress) {
        this.files = files;
        this.plan = plan;
        byTheBook = ruleBook.with(WeighedRules.BY_THE_BOOK);
        looks = new StoryLooks(files, plan.looks(), plan.threads(), progress);
    }

    /**
     * Fits a combination on the stories of another seed.
     *
     * @param seed other than the one that is measured with
     */
    public Combination fitted(long seed, String version) {
        if (seed == plan.seed()) {
            throw new IllegalArgumentException("a combination can't be measured on the stories that it is fitted on");
        }
        return FittingCombination.fit(
                StoryCase.of(looks.stories(seed, plan.honest(), plan.smuggled()), byTheBook), version);
    }

    /** @param combinations to measure, by what they are called, beside the points of the book as they are */
    public Report report(Map<String, Combination> combinations) {
        var cases = StoryCase.of(looks.stories(plan.seed(), plan.honest(), plan.smuggled()), byTheBook);
        var measured = new LinkedHashMap<String, Combination>();
        measured.put("points of the book", Combination.BY_THE_BOOK);
        measured.putAll(combinations);
        var sections = new ArrayList<Section>();
        for (var baseRate : BASE_RATES) {
            sections.add(workload(cases, baseRate, measured, baseRate.equals(BASE_RATES.get(0))));
        }
        sections.add(calibration(cases, measured));
        var last = measured.values().stream().reduce((one, other) -> other).orElseThrow();
        sections.add(methods(cases, last));
        sections.add(rules(cases, last));
        return new Report(
                "How well the whole score ranks",
                files.card().version() + ", rule book " + byTheBook.version(),
                files.digest(),
                plan.command(),
                sections);
    }

    private Section workload(
            List<StoryCase> cases, double baseRate, Map<String, Combination> combinations, boolean hasGoals) {
        var workload = new Workload(cases, baseRate);
        var threats = cases.stream().filter(StoryCase::holdsThreat).count();
        var figures = new ArrayList<Figure>();
        var tables = new ArrayList<Section.Exhibit>();
        combinations.forEach((name, combination) -> {
            var rows = new ArrayList<List<String>>();
            for (var variant : Variant.values()) {
                var row = new ArrayList<String>();
                row.add(variant.says());
                for (var share : List.of(FEW, MORE)) {
                    var score = Workload.by(variant, combination);
                    var figure = new Figure(
                            "%s%s%dAt%d"
                                    .formatted(
                                            camel(name), variant, Math.round(baseRate * 1000), Math.round(share * 100)),
                            "%s, %s: found when %s is read".formatted(name, variant.says(), percent(share)),
                            workload.recall(score, share),
                            workload.interval(score, share),
                            threats,
                            null);
                    figures.add(
                            hasGoals && variant == Variant.WHOLE
                                    ? figure.withGoal(Goal.atLeast(share == FEW ? 0.85 : 0.95))
                                    : figure);
                    row.add(figure.valueText() + " (" + figure.intervalText() + ")");
                }
                row.add(variant == Variant.IMAGE ? "" : adds(workload, variant, combination));
                rows.add(row);
            }
            tables.add(new Table(
                    "Found, by " + name,
                    List.of(
                            "made from",
                            "reading " + percent(FEW),
                            "reading " + percent(MORE),
                            "more than by the image alone at " + percent(MORE)),
                    rows));
        });
        return new Section(
                "Contraband in %s of the containers".formatted(percent(baseRate)),
                ("%d containers of %d stories, %d with contraband, weighed as if it were in %s. Intervals of 95 %% come from drawing"
                                + " stories again.")
                        .formatted(
                                cases.size(),
                                cases.stream().map(StoryCase::story).distinct().count(),
                                threats,
                                percent(baseRate)),
                figures,
                tables);
    }

    private static String adds(Workload workload, Variant variant, Combination combination) {
        var difference =
                workload.difference(Workload.by(variant, combination), Workload.by(Variant.IMAGE, combination), MORE);
        return Figure.number(difference.low()) + " to " + Figure.number(difference.high());
    }

    /** At the base rate of all scans, for which a combination says its probabilities. */
    private Section calibration(List<StoryCase> cases, Map<String, Combination> combinations) {
        var figures = new ArrayList<Figure>();
        var tables = new ArrayList<Section.Exhibit>();
        var weights = new Workload(cases, 0.003).weights();
        combinations.forEach((name, combination) -> {
            var reliability = new Reliability(cases, weights, combination);
            figures.add(Figure.plain(
                    camel(name) + "CalibrationError",
                    name + ": expected calibration error, in units of the share of contraband",
                    reliability.error(),
                    cases.size()));
            figures.add(Figure.plain(
                    camel(name) + "Information",
                    name + ": share of what there is to know that the probability tells",
                    reliability.information(),
                    cases.size()));
            tables.add(new Table(
                    "Said and found, by " + name,
                    List.of("probability said", "containers", "said on average", "found"),
                    reliability.rows()));
        });
        return new Section(
                "Whether its probabilities are honest",
                "Probabilities of the whole score against the share that holds contraband, at 3 of 1,000. The error is the mean distance of"
                        + " the two over the groups of the table, divided by 0.003. What a probability tells is one less the ratio of its"
                        + " logarithmic loss to that of saying 0.003 of every container; below 0 it misleads.",
                figures,
                tables);
    }

    private static Section methods(List<StoryCase> cases, Combination combination) {
        var workload = new Workload(cases, BASE_RATES.get(0));
        var methods = new TreeMap<String, List<StoryCase>>();
        cases.stream().filter(StoryCase::holdsThreat).forEach(one -> methods.computeIfAbsent(
                        String.valueOf(one.method()), key -> new ArrayList<>())
                .add(one));
        var rows = new ArrayList<List<String>>();
        methods.forEach((method, threats) -> {
            var row = new ArrayList<String>();
            row.add(method);
            for (var variant : Variant.values()) {
                var threshold = workload.threshold(Workload.by(variant, combination), MORE);
                var hits = threats.stream()
                        .filter(one -> one.points(variant, combination) >= threshold)
                        .count();
                var figure = Figure.share("", "", hits, threats.size());
                row.add("%s of %d (%s)".formatted(figure.valueText(), threats.size(), figure.intervalText()));
            }
            rows.add(row);
        });
        var header = new ArrayList<String>();
        header.add("way of smuggling");
        Arrays.stream(Variant.values()).map(Variant::says).forEach(header::add);
        return new Section(
                "How it was smuggled",
                "Found when %s is read, by the last combination, with Wilson's interval of 95 %%. Of equal scores at the end of the workload"
                                .formatted(percent(MORE))
                        + " all are counted here.",
                List.of(),
                List.of(new Table("Found, by the way of smuggling", header, rows)));
    }

    private Section rules(List<StoryCase> cases, Combination combination) {
        var weights = new Workload(cases, BASE_RATES.get(0)).weights();
        var rows = new ArrayList<List<String>>();
        for (var rule : byTheBook.rules()) {
            var withThreat = 0.0;
            var without = 0.0;
            var threats = 0.0;
            var hits = 0;
            for (var index = 0; index < cases.size(); index++) {
                var one = cases.get(index);
                var applies = one.contributions().getOrDefault(Variant.WHOLE, List.of()).stream()
                        .anyMatch(contribution -> contribution.id().equals(rule.id()) && contribution.points() != 0);
                threats += one.holdsThreat() ? weights[index] : 0;
                hits += applies ? 1 : 0;
                withThreat += applies && one.holdsThreat() ? weights[index] : 0;
                without += applies && !one.holdsThreat() ? weights[index] : 0;
            }
            if (hits > 0) {
                rows.add(List.of(
                        rule.id(),
                        Figure.number(rule.points()),
                        Figure.number(rule.points() * combination.weights().getOrDefault(rule.id(), 1.0)),
                        Integer.toString(hits),
                        percent(withThreat / threats),
                        percent(without / (1 - threats))));
            }
        }
        return new Section(
                "What each rule does",
                "Rules that applied to no container are left out: these stories can't say what they are worth.",
                List.of(),
                List.of(new Table(
                        "Rules",
                        List.of(
                                "rule",
                                "points of the book",
                                "as weighed",
                                "containers",
                                "applies with contraband",
                                "applies without"),
                        rows)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.1 && share > 0 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static String camel(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "");
    }
}
