package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.training.WholePictures.WholePicture;

/** What comes in sooner or later and is no good scan of a container. Everything is drawn here; nothing is a photograph. */
final class BadPictures {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 600;
    private static final int WHITE = 255;

    private BadPictures() {}

    record BadPicture(String name, Raster raster) {}

    /** @param scan of one container, not cropped, from which the spoilt ones are made */
    static List<BadPicture> of(WholePicture scan) {
        var good = eightBits(scan.principal());
        var container = scan.regions().get(0);
        var bad = new ArrayList<BadPicture>();
        bad.add(new BadPicture("white", drawn((x, y) -> WHITE)));
        bad.add(new BadPicture("black", drawn((x, y) -> 0)));
        bad.add(new BadPicture("grey", drawn((x, y) -> 120)));
        var random = new SplittableRandom(1);
        bad.add(new BadPicture("noise", drawn((x, y) -> random.nextInt(256))));
        bad.add(new BadPicture("over-exposed scan", mapped(good, value -> Math.min(WHITE, 200 + value))));
        bad.add(new BadPicture("under-exposed scan", mapped(good, value -> value / 90)));
        bad.add(new BadPicture("negative scan", mapped(good, value -> WHITE - value)));
        bad.add(new BadPicture("upside-down scan", turned(good)));
        bad.add(new BadPicture("left half of a container", part(good, 0, container.x() + container.width() / 2)));
        bad.add(new BadPicture(
                "right half of a container", part(good, container.x() + container.width() / 2, good.width())));
        bad.add(new BadPicture("upper half of a container", upperHalf(good, container)));
        bad.add(new BadPicture("blurred scan", blurred(good, container.width() / 60)));
        bad.add(new BadPicture("noisy scan", noisy(good, 0.12)));
        bad.add(new BadPicture("cat", cat()));
        bad.add(new BadPicture("chest X-ray", chest()));
        bad.add(new BadPicture("page of text", page()));
        return List.copyOf(bad);
    }

    private interface Drawing {
        double at(int x, int y);
    }

    private interface Curve {
        int of(int value);
    }

    private static Raster drawn(Drawing drawing) {
        var samples = new short[WIDTH * HEIGHT];
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                samples[y * WIDTH + x] = (short) Math.max(0, Math.min(WHITE, Math.round(drawing.at(x, y))));
            }
        }
        return new Raster(WIDTH, HEIGHT, 8, samples);
    }

    private static Raster eightBits(Raster raster) {
        return raster.bits() == 8
                ? raster
                : new Raster(
                        raster.width(),
                        raster.height(),
                        8,
                        mapped(raster, value -> (int) Math.round(WHITE * Math.sqrt(value / 65535.0)))
                                .samples());
    }

    private static Raster mapped(Raster raster, Curve curve) {
        var samples = new short[raster.samples().length];
        for (var index = 0; index < samples.length; index++) {
            samples[index] = (short) curve.of(raster.samples()[index] & 0xFFFF);
        }
        return new Raster(raster.width(), raster.height(), raster.bits(), samples);
    }

    private static Raster turned(Raster raster) {
        var samples = new short[raster.samples().length];
        for (var row = 0; row < raster.height(); row++) {
            System.arraycopy(
                    raster.samples(),
                    row * raster.width(),
                    samples,
                    (raster.height() - 1 - row) * raster.width(),
                    raster.width());
        }
        return new Raster(raster.width(), raster.height(), raster.bits(), samples);
    }

    private static Raster part(Raster raster, int from, int until) {
        var samples = new short[(until - from) * raster.height()];
        for (var row = 0; row < raster.height(); row++) {
            System.arraycopy(
                    raster.samples(), row * raster.width() + from, samples, row * (until - from), until - from);
        }
        return new Raster(until - from, raster.height(), raster.bits(), samples);
    }

    private static Raster upperHalf(Raster raster, Region container) {
        var rows = container.y() + container.height() / 2;
        return new Raster(raster.width(), rows, raster.bits(), Arrays.copyOf(raster.samples(), rows * raster.width()));
    }

    /** A box of twice the radius and one pixel, along and down. */
    private static Raster blurred(Raster raster, int radius) {
        var width = raster.width();
        var height = raster.height();
        var along = smeared(raster.samples(), height, width, width, 1, radius);
        return new Raster(width, height, raster.bits(), smeared(along, width, height, 1, width, radius));
    }

    private static short[] smeared(short[] samples, int lines, int length, int line, int step, int radius) {
        var smeared = new short[samples.length];
        for (var index = 0; index < lines; index++) {
            var start = index * line;
            var sum = 0L;
            for (var place = -radius; place < length; place++) {
                sum += samples[start + Math.min(length - 1, place + radius) * step] & 0xFFFF;
                if (place > radius) {
                    sum -= samples[start + (place - radius - 1) * step] & 0xFFFF;
                }
                if (place >= 0) {
                    var from = Math.max(0, place - radius);
                    smeared[start + place * step] = (short) Math.min(WHITE, sum / (place + radius + 1 - from));
                }
            }
        }
        return smeared;
    }

    private static Raster noisy(Raster raster, double share) {
        var random = new SplittableRandom(2);
        return mapped(
                raster, value -> (int) Math.max(0, Math.min(WHITE, value + share * WHITE * random.nextGaussian())));
    }

    /** A round head with ears, eyes and whiskers, and fur all over. */
    private static Raster cat() {
        var random = new SplittableRandom(3);
        var hairs = new double[WIDTH];
        for (var index = 0; index < hairs.length; index++) {
            hairs[index] = random.nextDouble();
        }
        return drawn((x, y) -> {
            var across = (x - 600) / 230.0;
            var down = (y - 340) / 210.0;
            var face = across * across + down * down;
            var ear = down < -0.5 && Math.abs(Math.abs(across) - 0.62) < 0.28 * (down + 1.5);
            var fur = 60 * hairs[(x * 7 + y / 9 * 31) % WIDTH] + 20 * Math.sin(x * 0.05 + 4 * Math.sin(y * 0.02));
            if (Math.hypot(Math.abs(across) - 0.4, down + 0.2) < 0.14) {
                return Math.abs(Math.abs(across) - 0.4) < 0.04 ? 10 : 190;
            }
            if (Math.hypot(across, (down - 0.25) * 1.5) < 0.1) {
                return 60;
            }
            if (face < 1 || ear) {
                return 95 + fur;
            }
            var body = (x - 600) * (x - 600) / 160_000.0 + (y - 700) * (y - 700) / 40_000.0;
            return body < 1 ? 80 + fur : 170 + 20 * Math.sin(x * 0.01) + y * 0.05 + 8 * random.nextDouble();
        });
    }

    /** Dark lungs between light ribs and a light heart, as transmission the other way round. */
    private static Raster chest() {
        return drawn((x, y) -> {
            var across = (x - 600) / 420.0;
            var down = (y - 300) / 300.0;
            var body = across * across + down * down * 0.6;
            if (body > 1) {
                return 250;
            }
            var lung = Math.pow((Math.abs(across) - 0.42) / 0.3, 2) + Math.pow((down + 0.05) / 0.75, 2);
            var rib = 0.5 + 0.5 * Math.sin(22 * (down + 0.35 * across * across));
            var heart = Math.pow((across - 0.12) / 0.25, 2) + Math.pow((down - 0.25) / 0.35, 2);
            var spine = Math.exp(-across * across * 250);
            var light = 90.0 + 110 * Math.max(0, 1 - lung * lung) - 35 * rib - 50 * spine;
            return heart < 1 ? light - 60 * (1 - heart) : light;
        });
    }

    /** Lines of words. */
    private static Raster page() {
        var random = new SplittableRandom(4);
        var ink = new boolean[WIDTH * HEIGHT];
        for (var line = 40; line < HEIGHT - 40; line += 26) {
            for (var x = 80; x < WIDTH - 80; x += 3 + random.nextInt(9)) {
                for (var y = line; y < line + 6 + random.nextInt(9); y++) {
                    ink[y * WIDTH + x] = true;
                    ink[y * WIDTH + x + 1] = true;
                }
            }
        }
        return drawn((x, y) -> ink[y * WIDTH + x] ? 20 : 245);
    }
}
