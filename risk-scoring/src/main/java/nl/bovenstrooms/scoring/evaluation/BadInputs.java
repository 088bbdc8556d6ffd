package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.training.BadPictures;
import nl.bovenstrooms.scoring.training.Purpose;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import nl.bovenstrooms.scoring.training.WholePictures;

/** What the service says of pictures that it can't judge: not readable, or hardly suspicious, but never sure of contraband. */
final class BadInputs {

    /** Evidence that brings a case before an analyst by the picture alone: contraband has become 3.3 times as likely. */
    private static final double CONFIDENT = Math.log(3.3);

    /** The pictures are the same in every report. */
    private static final int RUN = 0xFFFF;

    private BadInputs() {}

    static Section section(ModelFiles files) {
        var known = EnumSet.complementOf(EnumSet.copyOf(SyntheticCrops.UNSEEN_SCANNERS));
        var scan = new WholePictures(known, WholePictures.MOST_ROWS).oneContainer(Purpose.FINDING, RUN);
        var finder = new ContainerFinder();
        var rows = new ArrayList<List<String>>();
        var pictures = BadPictures.of(scan);
        var harmless = 0;
        try (var model = PooledImageModel.start(files, 1)) {
            for (var picture : pictures) {
                var raster = picture.raster();
                var found = finder.find(raster);
                var isConfident = false;
                // A source may declare where the container stands: then the finder is not asked.
                var places = new ArrayList<>(found);
                places.add(new Region(0, 0, raster.width(), raster.height()));
                var said = new ArrayList<String>();
                for (var place : places) {
                    var findings = model.look(raster, null, place);
                    isConfident |= isConfident(findings);
                    said.add(text(findings));
                }
                harmless += isConfident ? 0 : 1;
                rows.add(List.of(
                        picture.name(),
                        found.isEmpty() ? "none" : Integer.toString(found.size()),
                        found.isEmpty() ? "" : String.join("; ", said.subList(0, found.size())),
                        said.get(found.size()),
                        isConfident ? "confident" : "harmless"));
            }
        }
        return new Section(
                "Bad input",
                "Each picture goes the way of a scan: containers are looked for in it, and the model looks at each; and once more as"
                        + " if the source had declared that all of it is a container. Harmless means not readable, or evidence that would"
                        + " not bring a case before an analyst by the picture alone.",
                List.of(Figure.share("badInputHarmless", "bad pictures that raise no alarm", harmless, pictures.size())
                        .withGoal(Goal.atLeast(1))),
                List.of(new Table(
                        "Pictures that nobody can judge",
                        List.of("picture", "containers found", "said of these", "said of all of it", ""),
                        rows)));
    }

    private static boolean isConfident(ImageFindings findings) {
        return findings instanceof ImageFindings.Seen seen && seen.logOdds() > CONFIDENT;
    }

    private static String text(ImageFindings findings) {
        if (findings instanceof ImageFindings.NotReadable notReadable) {
            return "not readable: "
                    + notReadable.why().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return findings instanceof ImageFindings.Seen seen
                ? String.format(
                        Locale.ROOT,
                        "probability %.3f, %d spots",
                        seen.probability(),
                        seen.findings().size())
                : findings.toString();
    }
}
