package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.bovenstrooms.scoring.evaluation.Evaluating.Plan;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.training.Ahead;
import nl.bovenstrooms.scoring.training.FinderMeasurement;
import nl.bovenstrooms.scoring.training.Purpose;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import nl.bovenstrooms.scoring.training.WholePictures;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;

/** How well containers are found in whole pictures, with vehicle, sky and margins. */
final class FinderMeasure {

    private FinderMeasure() {}

    static Section take(Plan plan, Progress progress) {
        var finder = new ContainerFinder();
        var families = ScannerFamily.values();
        var pictures = new ArrayList<WholePictures>();
        for (var family : families) {
            pictures.add(new WholePictures(Set.of(family), WholePictures.MOST_ROWS));
        }
        var measured = new ArrayList<FinderMeasurement>();
        try (var ahead = new Ahead<FinderMeasurement>(
                0,
                plan.whole(),
                plan.threads(),
                2 * plan.threads() + 2,
                number -> FinderMeasurement.of(
                        finder,
                        pictures.get((int) number % families.length)
                                .picture(Purpose.FINDING.seed(plan.run(), number))))) {
            while (ahead.hasNext()) {
                measured.add(ahead.next());
                progress.during("Containers in whole pictures", measured.size(), plan.whole());
            }
        }
        var all = measured.stream().reduce(FinderMeasurement::plus).orElseThrow();
        var rows = new ArrayList<List<String>>();
        for (var index = 0; index < families.length && index < measured.size(); index++) {
            rows.add(row(families[index], byFamily(measured, index, families.length)));
        }
        return new Section(
                "Containers in whole pictures",
                "Pictures of 200 to 1500 rows by all scanners, with chassis, wagon or none, some cut. The overlap is intersection over"
                        + " union of each container with the box that fits it best. Both are found when there are just two boxes and"
                        + " each overlaps by 0.8 and more.",
                List.of(
                        Figure.plain(
                                        "finderOverlap",
                                        "mean overlap of boxes with containers",
                                        all.meanOverlap(),
                                        all.containers())
                                .withGoal(Goal.atLeast(0.95)),
                        Figure.share(
                                        "finderBothFound",
                                        "both found, of pictures with two containers",
                                        all.pairsFound(),
                                        all.pairs())
                                .withGoal(Goal.atLeast(0.99)),
                        Figure.share("finderMissed", "containers missed", all.missed(), all.containers()),
                        Figure.share("finderTooMany", "pictures with a box too many", all.tooMany(), all.pictures())),
                List.of(new Table(
                        "By scanner",
                        List.of("", "pictures", "mean overlap", "containers missed", "two found", "a box too many"),
                        rows)));
    }

    private static FinderMeasurement byFamily(List<FinderMeasurement> measured, int family, int families) {
        var sum = measured.get(family);
        for (var index = family + families; index < measured.size(); index += families) {
            sum = sum.plus(measured.get(index));
        }
        return sum;
    }

    private static List<String> row(ScannerFamily family, FinderMeasurement one) {
        var name = SyntheticCrops.UNSEEN_SCANNERS.contains(family) ? family + ", never seen" : family.name();
        return List.of(
                name,
                Integer.toString(one.pictures()),
                Figure.number(one.meanOverlap()),
                "%d of %d".formatted(one.missed(), one.containers()),
                "%d of %d".formatted(one.pairsFound(), one.pairs()),
                Integer.toString(one.tooMany()));
    }
}
