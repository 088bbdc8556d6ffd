package nl.bovenstrooms.scoring.training;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.training.BadPictures.BadPicture;
import nl.bovenstrooms.scoring.training.WholePictures.WholePicture;

/** What the service makes of {@link BadPictures}. */
final class BadInput {

    private final ContainerFinder finder;
    private final ImageModel model;

    BadInput(ContainerFinder finder, ImageModel model) {
        this.finder = finder;
        this.model = model;
    }

    /** @param looks at each place where a container was found; none when there is no such place */
    record Reaction(String name, List<ImageFindings> looks) {

        /** The highest probability of contraband that any look gives; 0 when nothing was judged. */
        double highestProbability() {
            return looks.stream()
                    .filter(Seen.class::isInstance)
                    .mapToDouble(look -> ((Seen) look).probability())
                    .max()
                    .orElse(0);
        }

        boolean isJudged() {
            return looks.stream().anyMatch(Seen.class::isInstance);
        }

        private String inWords() {
            if (looks.isEmpty()) {
                return "no container found";
            }
            var words = new ArrayList<String>();
            for (var look : looks) {
                words.add(
                        look instanceof NotReadable notReadable
                                ? "not readable: " + notReadable.why()
                                : String.format(
                                        Locale.ROOT,
                                        "probability %.2f, unusualness %.1f",
                                        ((Seen) look).probability(),
                                        ((Seen) look).unusualness()));
            }
            return String.join("; ", words);
        }
    }

    List<Reaction> reactions(WholePicture scan) {
        return BadPictures.of(scan).stream().map(this::reaction).toList();
    }

    private Reaction reaction(BadPicture picture) {
        return new Reaction(picture.name(), looks(picture.raster()));
    }

    List<ImageFindings> looks(Raster picture) {
        return finder.find(picture).stream()
                .map(place -> model.look(picture, null, place))
                .toList();
    }

    /** How many looks each obstacle prevented, in words. */
    static String obstacles(List<ImageFindings> looks) {
        var counts = new TreeMap<Obstacle, Integer>();
        for (var look : looks) {
            if (look instanceof NotReadable notReadable) {
                counts.merge(notReadable.why(), 1, Integer::sum);
            }
        }
        return counts.isEmpty() ? " all judged" : " not readable: " + counts;
    }

    static void print(List<Reaction> reactions, PrintStream out) {
        reactions.forEach(reaction -> out.printf(Locale.ROOT, "%-28s %s%n", reaction.name(), reaction.inWords()));
    }
}
