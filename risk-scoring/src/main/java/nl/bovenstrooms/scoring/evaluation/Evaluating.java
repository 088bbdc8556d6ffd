package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.bovenstrooms.scoring.evaluation.Section.Exhibit;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.labelled.LabelledImages;

/** Measures a model on every held-out set and makes a report of it. */
public final class Evaluating {

    private static final int FOUND_SHOWN = 6;
    private static final int MISSED_SHOWN = 10;
    private static final int FALSE_ALARMS_SHOWN = 4;

    private final ModelFiles files;
    private final Plan plan;
    private final Progress progress;
    private final List<Section> sections = new ArrayList<>();

    /**
     * @param run 0 to 65535: another run, other containers
     * @param count of containers of each set, at least 20
     * @param whole pictures to find containers in; 0 leaves that out
     * @param threads at least 1
     * @param command that makes the same report again
     */
    public record Plan(int run, int count, int whole, int threads, String command) {

        public Plan {
            if (count < 20 || whole < 0 || threads < 1) {
                throw new IllegalArgumentException(
                        "at least 20 containers, no less than 0 whole pictures and one thread are needed");
            }
        }
    }

    public Evaluating(ModelFiles files, Plan plan, Progress progress) {
        this.files = files;
        this.plan = plan;
        this.progress = progress;
    }

    /** @param own the user's labelled images, measured beside the simulated ones */
    public Report report(Optional<LabelledImages> own) {
        try (var looking = new Looking(files, plan.threads(), progress)) {
            own.ifPresent(images -> own(looking, images));
            var measured = new ArrayList<Measured>();
            for (var set : HeldOut.values()) {
                var looks = looking.at(set.title(), plan.count(), set.crops(plan.run()));
                measured.add(new Measured(
                        set,
                        set == HeldOut.UNSEEN_SCANNERS_TWO_ENERGIES
                                ? looks.where(look -> look.kind() == PictureKind.TWO_ENERGIES)
                                : looks));
            }
            measured.forEach(one -> threats(one.set(), one.looks()));
            calibration(measured);
            measured.stream()
                    .filter(one -> one.set() == HeldOut.UNSEEN_SCANNERS_JPEG)
                    .forEach(this::loads);
            measured.stream()
                    .filter(one -> one.set() == HeldOut.SAME_DISTRIBUTION)
                    .forEach(this::loads);
        }
        if (plan.whole() > 0) {
            sections.add(FinderMeasure.take(plan, progress));
        }
        sections.add(BadInputs.section(files));
        return new Report(files.card().version(), files.digest(), plan.command(), sections);
    }

    /** Only the user's labelled images. */
    public Report reportOn(LabelledImages own) {
        try (var looking = new Looking(files, plan.threads(), progress)) {
            own(looking, own);
        }
        return new Report(files.card().version(), files.digest(), plan.command(), sections);
    }

    private void threats(HeldOut set, Looks looks) {
        var measure = new ThreatMeasure(set.prefix(), looks, set.goals());
        var figures = new ArrayList<Figure>();
        figures.add(measure.areaUnderCurve());
        figures.addAll(measure.recalls());
        figures.addAll(measure.precisions());
        figures.add(peaks(set, measure.peaks()));
        var exhibits = new ArrayList<Exhibit>();
        exhibits.add(Plots.receiverOperatingCharacteristic(
                "Found against false alarms",
                "The share of false alarms stands on a logarithmic axis: what matters is on the left.",
                curves(looks)));
        exhibits.addAll(measure.tables());
        if (set == HeldOut.UNSEEN_SCANNERS_JPEG) {
            var examples = new Examples(looks, set.crops(plan.run()), measure.threshold(ThreatMeasure.TABLES_AT));
            exhibits.addAll(examples.found(FOUND_SHOWN));
            exhibits.addAll(examples.missed(MISSED_SHOWN));
            exhibits.addAll(examples.falseAlarms(FALSE_ALARMS_SHOWN));
        }
        sections.add(new Section(set.title(), set.says(), figures, exhibits));
    }

    private static Figure peaks(HeldOut set, Figure figure) {
        return set == HeldOut.UNSEEN_SCANNERS_JPEG ? figure.withGoal(Goal.atLeast(0.95)) : figure;
    }

    private static Map<String, Plots.Line> curves(Looks looks) {
        var curves = new LinkedHashMap<String, Plots.Line>();
        curves.put("all contraband", new ThreatMeasure("", looks, Map.of()).curve());
        curves.put(
                "20 kg and more, above the noise",
                new ThreatMeasure(
                                "",
                                looks.where(look -> !look.holdsThreat() || ThreatMeasure.shouldBeFound(look)),
                                Map.of())
                        .curve());
        return curves;
    }

    private void calibration(List<Measured> measured) {
        var figures = new ArrayList<Figure>();
        var lines = new LinkedHashMap<String, Plots.Line>();
        for (var one : measured) {
            var measure = CalibrationMeasure.of(one.looks());
            var figure = measure.error(
                    one.set().prefix() + "CalibrationError",
                    "expected calibration error: " + one.set().title());
            lines.put(one.set().title(), measure.line());
            if (one.set() != HeldOut.SAME_DISTRIBUTION) {
                figures.add(figure);
                continue;
            }
            figures.add(figure.withGoal(Goal.atMost(0.03)));
            figures.add(measure.chance(
                    "knownCalibrationErrorByChance",
                    "the same of a model that says so and is exactly right, mean of 200 draws"));
            for (var kind : PictureKind.values()) {
                figures.add(CalibrationMeasure.of(one.looks().where(look -> look.kind() == kind))
                        .error("knownCalibrationError_" + kind, "the same, pictures of the kind " + kind));
            }
        }
        sections.add(new Section(
                "Whether its probabilities are honest",
                "Calibrated for each kind of picture on other simulated containers by the scanners learned from, as if every"
                        + " second container held contraband. The error is the mean distance of what is said from what is true, in"
                        + " ten bins; some of it is chance, and the less the more containers there are.",
                figures,
                List.of(Plots.calibration(
                        "Said against true",
                        "Points above the line: it is more careful than it needs to be.",
                        lines))));
    }

    private void loads(Measured one) {
        var set = one.set();
        var measure = new LoadMeasure(set.prefix(), one.looks());
        var isHeadline = set == HeldOut.UNSEEN_SCANNERS_JPEG;
        var kind = measure.kind();
        var empty = measure.empty();
        var mass = measure.mass();
        sections.add(new Section(
                "Load: " + set.title(),
                "Kind, mass, whether there is any load, and which end has the doors. Opaque means that hardly a photon passed, or that"
                        + " an 8-bit picture draws it black. Masses are of goods of a tonne and more.",
                List.of(
                        isHeadline ? kind.withGoal(Goal.atLeast(0.85)) : kind,
                        measure.chapter(),
                        measure.alike(),
                        isHeadline ? empty.withGoal(Goal.atLeast(0.995)) : empty,
                        isHeadline ? mass.withGoal(Goal.atMost(0.10)) : mass,
                        measure.massBehindOpaque(),
                        measure.doors()),
                measure.exhibits()));
    }

    private record Measured(HeldOut set, Looks looks) {}

    private void own(Looking looking, LabelledImages images) {
        var looks = looking.at("your own images", images.count(), images::crop);
        var measure = new ThreatMeasure("own", looks, Map.of());
        var figures = new ArrayList<Figure>();
        var exhibits = new ArrayList<Exhibit>();
        var holding = looks.stream().filter(Look::holdsThreat).count();
        if (holding > 0 && holding < looks.count()) {
            figures.add(measure.areaUnderCurve());
            figures.addAll(measure.recalls());
            figures.add(measure.peaks());
            exhibits.add(Plots.receiverOperatingCharacteristic("Found against false alarms", "", curves(looks)));
            exhibits.addAll(measure.tables());
            var examples = new Examples(looks, images::crop, measure.threshold(ThreatMeasure.TABLES_AT));
            exhibits.addAll(examples.found(FOUND_SHOWN));
            exhibits.addAll(examples.missed(MISSED_SHOWN));
            exhibits.addAll(examples.falseAlarms(FALSE_ALARMS_SHOWN));
        }
        var loads = new LoadMeasure("own", looks);
        if (loads.count() > 0) {
            figures.add(loads.kind());
            figures.add(loads.empty());
            figures.add(loads.mass());
        }
        sections.add(new Section(
                "Your own images",
                "%d images from %s, %d with contraband. Where visibility is not known, all of it counts as visible."
                        .formatted(looks.count(), images.folder(), holding),
                figures,
                exhibits));
    }
}
