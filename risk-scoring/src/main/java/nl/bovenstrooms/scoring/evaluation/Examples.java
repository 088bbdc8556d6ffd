package nl.bovenstrooms.scoring.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import javax.imageio.ImageIO;
import nl.bovenstrooms.scoring.evaluation.Section.Exhibit;
import nl.bovenstrooms.scoring.evaluation.Section.Picture;
import nl.bovenstrooms.scoring.training.Crop;

/** Pictures of containers in which contraband was found, and in which it was missed, with what the heat map said. */
final class Examples {

    private static final int WIDTH = 768;
    private static final int HEIGHT = 288;

    /** Cells below this probability are left as they are. */
    private static final double LEAST_HEAT = 0.15;

    private static final double MANY_OPAQUE = 0.3;
    private static final double HARDLY_VISIBLE = 6;
    private static final int FEW_CELLS = 12;
    private static final double MUCH_CLUTTER = 1.4;

    private final Looks looks;
    private final LongFunction<Crop> maker;
    private final double threshold;

    /**
     * @param maker draws a crop again
     * @param threshold above it contraband counts as found
     */
    Examples(Looks looks, LongFunction<Crop> maker, double threshold) {
        this.looks = looks;
        this.maker = maker;
        this.threshold = threshold;
    }

    /** Those at the threshold first, since they show what just can be seen. */
    List<Exhibit> found(int most) {
        return pictures(
                "Found",
                looks.stream()
                        .filter(look -> look.holdsThreat() && look.score() > threshold)
                        .sorted(Comparator.comparingDouble(Look::score))
                        .toList(),
                most);
    }

    /** Those that should have been found, the most visible first. */
    List<Exhibit> missed(int most) {
        return pictures(
                "Missed",
                looks.stream()
                        .filter(look -> ThreatMeasure.shouldBeFound(look) && look.score() <= threshold)
                        .sorted(Comparator.comparingDouble(Look::visibility).reversed())
                        .toList(),
                most);
    }

    /** The clean ones that were suspected most. */
    List<Exhibit> falseAlarms(int most) {
        return pictures(
                "False alarm",
                looks.stream()
                        .filter(look -> !look.holdsThreat() && look.score() > threshold)
                        .sorted(Comparator.comparingDouble(Look::score).reversed())
                        .toList(),
                most);
    }

    private List<Exhibit> pictures(String verdict, List<Look> chosen, int most) {
        var pictures = new ArrayList<Exhibit>();
        // One of each place first, so that they don't all show the same.
        var shown = new ArrayList<String>();
        var first = chosen.stream()
                .filter(look -> {
                    var isNew = !shown.contains(look.place());
                    shown.add(look.place());
                    return isNew;
                })
                .limit(most)
                .toList();
        for (var look : first) {
            pictures.add(picture(verdict, look));
        }
        chosen.stream()
                .filter(look -> !first.contains(look))
                .limit(most - first.size())
                .forEach(look -> pictures.add(picture(verdict, look)));
        return pictures;
    }

    private Picture picture(String verdict, Look look) {
        var truth = look.truth();
        var hidden = truth.hidden();
        var title = hidden == null
                ? "%s: %s in %s".formatted(verdict, ThreatMeasure.load(truth.loadKind()), truth.box())
                : String.format(
                        Locale.ROOT,
                        "%s: %s, %s, %s in %s",
                        verdict,
                        // Labels of a user may not say how much it was.
                        Double.isInfinite(hidden.kilograms())
                                ? hidden.what()
                                : String.format(Locale.ROOT, "%.0f kg", hidden.kilograms()),
                        hidden.place(),
                        ThreatMeasure.load(truth.loadKind()),
                        truth.box());
        var crop = maker.apply(look.number());
        return new Picture(title, says(look), png(drawn(crop, look)), WIDTH, HEIGHT, false);
    }

    private String says(Look look) {
        var facts = String.format(
                Locale.ROOT,
                "%s, %s. Evidence %.2f, threshold %.2f.",
                look.truth().scanner(),
                look.truth().path(),
                look.score(),
                threshold);
        if (!look.holdsThreat()) {
            return facts;
        }
        return "%s %s".formatted(difficulty(look), facts);
    }

    /** Why it is hard to find, by what is known of the picture. */
    static String difficulty(Look look) {
        var behind = look.behind();
        if (behind == null) {
            return "Nothing of it shows in the picture.";
        }
        if (look.visibility() < ThreatMeasure.LEAST_VISIBILITY) {
            return String.format(
                    Locale.ROOT,
                    "It darkens its pixels by %.2f times the noise there: nobody sees it.",
                    look.visibility());
        }
        if (behind.opaque() > MANY_OPAQUE) {
            return String.format(
                    Locale.ROOT,
                    "Of the pixels in its way %.0f %% are black: hardly a photon got through.",
                    100 * behind.opaque());
        }
        if (look.visibility() < HARDLY_VISIBLE) {
            return String.format(
                    Locale.ROOT, "It darkens its pixels by only %.1f times the noise there.", look.visibility());
        }
        if (look.conspicuity() < ThreatMeasure.LEAST_CONSPICUITY) {
            return String.format(
                    Locale.ROOT,
                    "It changes its pixels by only %.2f times what the goods around it vary by.",
                    look.conspicuity());
        }
        if (behind.cells() < FEW_CELLS) {
            return "It is small: %d cells of the map.".formatted(behind.cells());
        }
        if (behind.clutter() > MUCH_CLUTTER) {
            return String.format(
                    Locale.ROOT,
                    "The load there is %.1f times as restless as the rest of the picture.",
                    behind.clutter());
        }
        return String.format(
                Locale.ROOT,
                "It darkens its pixels by %.0f times the noise over %d cells; nothing measured says why it should be hard.",
                look.visibility(),
                behind.cells());
    }

    private static BufferedImage drawn(Crop crop, Look look) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var raster = crop.principal();
        var rows = look.threatShares().length / look.columns();
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                var sample = raster.at(x * raster.width() / WIDTH, y * raster.height() / HEIGHT);
                // As a viewer draws transmission: a gamma opens the dark parts.
                var grey = (int) Math.round(255 * Math.pow(sample / (double) raster.fullScale(), shownGamma(crop)));
                var cell = y * rows / HEIGHT * look.columns() + x * look.columns() / WIDTH;
                image.setRGB(x, y, coloured(grey, look.answer().map()[cell]));
            }
        }
        outline(image, crop);
        return image;
    }

    private static double shownGamma(Crop crop) {
        return crop.principal().bits() == 8 ? 1 : 0.4;
    }

    /** From grey to red as the map grows sure. */
    private static int coloured(int grey, float logit) {
        var probability = 1 / (1 + Math.exp(-logit));
        var heat = Math.max(0, (probability - LEAST_HEAT) / (1 - LEAST_HEAT)) * 0.75;
        var red = (int) (grey + (255 - grey) * heat);
        var other = (int) (grey * (1 - heat));
        return red << 16 | other << 8 | other;
    }

    private static void outline(BufferedImage image, Crop crop) {
        var columns = WIDTH / 4;
        var rows = HEIGHT / 4;
        var shares = crop.threatShares(columns, rows);
        var graphics = image.createGraphics();
        try {
            graphics.setColor(new Color(0, 230, 150));
            graphics.setStroke(new BasicStroke(1.5f));
            for (var row = 0; row < rows; row++) {
                for (var column = 0; column < columns; column++) {
                    if (shares[row * columns + column] == 0) {
                        continue;
                    }
                    var x = column * 4;
                    var y = row * 4;
                    if (column == 0 || shares[row * columns + column - 1] == 0) {
                        graphics.drawLine(x, y, x, y + 4);
                    }
                    if (column == columns - 1 || shares[row * columns + column + 1] == 0) {
                        graphics.drawLine(x + 4, y, x + 4, y + 4);
                    }
                    if (row == 0 || shares[(row - 1) * columns + column] == 0) {
                        graphics.drawLine(x, y, x + 4, y);
                    }
                    if (row == rows - 1 || shares[(row + 1) * columns + column] == 0) {
                        graphics.drawLine(x, y + 4, x + 4, y + 4);
                    }
                }
            }
        } finally {
            graphics.dispose();
        }
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream(1 << 17);
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
