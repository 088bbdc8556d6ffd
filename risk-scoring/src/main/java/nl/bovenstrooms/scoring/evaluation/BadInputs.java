package nl.bovenstrooms.scoring.evaluation;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.evaluation.BadPictures.BadPicture;
import nl.bovenstrooms.scoring.evaluation.Section.Table;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
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

    /**
     * What is said of one picture.
     *
     * @param found at each place where the finder sees a container; none when there is no such place
     * @param whole of all of it, since a source may declare where the container stands: then the finder is not asked
     */
    record Reaction(String picture, List<ImageFindings> found, ImageFindings whole) {

        static Reaction of(BadPicture picture, ContainerFinder finder, ImageModel model) {
            var raster = picture.raster();
            return new Reaction(
                    picture.name(),
                    finder.find(raster).stream()
                            .map(place -> model.look(raster, null, place))
                            .toList(),
                    model.look(raster, null, new Region(0, 0, raster.width(), raster.height())));
        }

        boolean isHarmless() {
            return !isConfident(whole) && found.stream().noneMatch(BadInputs::isConfident);
        }

        List<String> row() {
            return List.of(
                    picture,
                    found.isEmpty() ? "none" : Integer.toString(found.size()),
                    found.stream().map(BadInputs::text).collect(Collectors.joining("; ")),
                    text(whole),
                    isHarmless() ? "harmless" : "confident");
        }
    }

    static Section section(ModelFiles files) {
        List<Reaction> reactions;
        try (var model = PooledImageModel.start(files, 1)) {
            reactions = reactions(model);
        }
        var harmless = reactions.stream().filter(Reaction::isHarmless).count();
        return new Section(
                "Bad input",
                "Each picture goes the way of a scan: containers are looked for in it, and the model looks at each; and once more as"
                        + " if the source had declared that all of it is a container. Harmless means not readable, or evidence that would"
                        + " not bring a case before an analyst by the picture alone.",
                List.of(Figure.share("badInputHarmless", "bad pictures that raise no alarm", harmless, reactions.size())
                        .withGoal(Goal.atLeast(1))),
                List.of(new Table(
                        "Pictures that nobody can judge",
                        List.of("picture", "containers found", "said of these", "said of all of it", ""),
                        reactions.stream().map(Reaction::row).toList())));
    }

    static List<Reaction> reactions(ImageModel model) {
        var known = EnumSet.complementOf(EnumSet.copyOf(SyntheticCrops.UNSEEN_SCANNERS));
        var scan = new WholePictures(known, WholePictures.MOST_ROWS).oneContainer(Purpose.FINDING, RUN);
        var finder = new ContainerFinder();
        return BadPictures.of(scan).stream()
                .map(picture -> Reaction.of(picture, finder, model))
                .toList();
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
