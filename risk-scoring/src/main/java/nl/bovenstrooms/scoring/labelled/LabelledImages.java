package nl.bovenstrooms.scoring.labelled;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.labelled.Label.ContainerLabel;
import nl.bovenstrooms.scoring.labelled.Label.OpenBeam;
import nl.bovenstrooms.scoring.labelled.Label.Side;
import nl.bovenstrooms.scoring.labelled.Label.ThreatLabel;
import nl.bovenstrooms.scoring.training.Crop;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.jspecify.annotations.Nullable;

/**
 * The containers in a folder of pictures, each picture with a JSON file of the same name beside it. Everything is checked before
 * anything is used. Pictures are read again for every crop, since thousands of them do not fit into memory. Safe for use by many
 * threads.
 */
public final class LabelledImages {

    /** Of a picture whose contraband is labelled, but not how well it is visible: all of it counts as visible. */
    private static final double VISIBLE = Double.POSITIVE_INFINITY;

    private static final String UNKNOWN = "UNKNOWN";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path folder;
    private final List<Labelled> containers;

    private LabelledImages(Path folder, List<Labelled> containers) {
        this.folder = folder;
        this.containers = List.copyOf(containers);
    }

    /** @throws ImagesRefused naming each file that can't be used, and why */
    public static LabelledImages in(Path folder) {
        return new Reading(folder).images();
    }

    public Path folder() {
        return folder;
    }

    /** Containers in all pictures. */
    public int count() {
        return containers.size();
    }

    /**
     * @param number from 0 to before {@link #count}, in the order of the files' names
     * @return the container, with the contraband of its label
     */
    public Crop crop(long number) {
        return crop(containers.get((int) number));
    }

    Crop crop(Labelled container) {
        var pixels = pixels(container);
        var region = container.region();
        var principal = part(pixels.principal(), region);
        var label = container.label();
        var threats = threats(label);
        return new Crop(
                principal,
                pixels.low() == null ? null : part(pixels.low(), region),
                mask(threats, region),
                threats.isEmpty() ? null : hidden(threats),
                loadKind(label),
                label.fill() == null ? Float.NaN : label.fill().floatValue(),
                label.goodsKilograms() == null ? Double.NaN : label.goodsKilograms(),
                label.doors() == Side.RIGHT,
                container.box().name(),
                UNKNOWN,
                pixels.low() != null ? "TWO_ENERGIES" : principal.bits() == 8 ? "BASE_CASE" : "ONE_ENERGY");
    }

    List<Labelled> clean() {
        return containers.stream().filter(container -> !container.holdsThreat()).toList();
    }

    List<Labelled> holding() {
        return containers.stream().filter(Labelled::holdsThreat).toList();
    }

    /** Those of which all is known that a whole container teaches. */
    List<Labelled> complete() {
        return containers.stream()
                .filter(container -> container.label().isComplete())
                .toList();
    }

    private static int loadKind(ContainerLabel label) {
        return label.loadKind() == null ? -1 : SyntheticCrops.loadKinds().indexOf(label.loadKind());
    }

    private static List<ThreatLabel> threats(ContainerLabel label) {
        return label.threats() == null ? List.of() : label.threats();
    }

    private static Crop.Hidden hidden(List<ThreatLabel> threats) {
        var first = threats.get(0);
        var kilograms = threats.stream()
                .mapToDouble(threat -> threat.kilograms() == null ? Double.NaN : threat.kilograms())
                .sum();
        return new Crop.Hidden(
                first.what() == null ? UNKNOWN : first.what(),
                first.place() == null ? UNKNOWN : first.place(),
                // What was worth a label counts among what has to be found.
                Double.isNaN(kilograms) ? Double.POSITIVE_INFINITY : kilograms,
                VISIBLE,
                VISIBLE);
    }

    private static byte[] mask(List<ThreatLabel> threats, Region container) {
        var mask = new byte[container.width() * container.height()];
        for (var threat : threats) {
            var left = Math.max(0, threat.x() - container.x());
            var right = Math.min(container.width(), threat.x() + threat.width() - container.x());
            var top = Math.max(0, threat.y() - container.y());
            var bottom = Math.min(container.height(), threat.y() + threat.height() - container.y());
            for (var row = top; row < bottom && left < right; row++) {
                Arrays.fill(mask, row * container.width() + left, row * container.width() + right, (byte) 1);
            }
        }
        return mask;
    }

    static Raster part(Raster picture, Region region) {
        var samples = new short[region.width() * region.height()];
        for (var row = 0; row < region.height(); row++) {
            System.arraycopy(
                    picture.samples(),
                    (region.y() + row) * picture.width() + region.x(),
                    samples,
                    row * region.width(),
                    region.width());
        }
        return new Raster(region.width(), region.height(), picture.bits(), samples);
    }

    private static Pixels pixels(Labelled container) {
        try {
            return pixels(container.picture(), container.low(), container.openBeam());
        } catch (IOException e) {
            throw new UncheckedIOException(container.picture() + " was readable a while ago", e);
        }
    }

    private static Pixels pixels(Path picture, @Nullable Path low, OpenBeam openBeam) throws IOException {
        return new Pixels(raster(picture, openBeam), low == null ? null : raster(low, openBeam));
    }

    private static Raster raster(Path file, OpenBeam openBeam) throws IOException {
        Optional<Raster> read;
        try {
            read = PictureFile.read(Files.readAllBytes(file));
        } catch (RuntimeException e) {
            // Decoders fail on damaged files in many ways.
            throw new IOException("it is damaged", e);
        }
        var raster = read.orElseThrow(
                () -> new IOException("it is no JPEG, PNG or TIFF that can be read, or it is damaged"));
        return openBeam == OpenBeam.WHITE ? raster : turned(raster);
    }

    private static Raster turned(Raster picture) {
        var samples = new short[picture.samples().length];
        for (var pixel = 0; pixel < samples.length; pixel++) {
            samples[pixel] = (short) (picture.fullScale() - (picture.samples()[pixel] & 0xFFFF));
        }
        return new Raster(picture.width(), picture.height(), picture.bits(), samples);
    }

    /** Transmission. */
    private record Pixels(Raster principal, @Nullable Raster low) {}

    /** A container with all that is known of it but its pixels. */
    record Labelled(
            Path picture, @Nullable Path low, OpenBeam openBeam, Region region, BoxType box, ContainerLabel label) {

        boolean holdsThreat() {
            return label.threats() != null && !label.threats().isEmpty();
        }
    }

    /** Reads and checks a folder; goes on after a mistake, so that all of them are told. */
    private static final class Reading {

        private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff");

        private final Path folder;
        private final ContainerFinder finder = new ContainerFinder();
        private final List<String> problems = new ArrayList<>();
        private final List<Labelled> containers = new ArrayList<>();

        Reading(Path folder) {
            this.folder = folder;
        }

        LabelledImages images() {
            if (!Files.isDirectory(folder)) {
                throw new ImagesRefused(List.of("there is no folder " + folder.toAbsolutePath()));
            }
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(".json"))
                        .sorted()
                        .forEach(this::read);
            } catch (IOException e) {
                throw new ImagesRefused(List.of("the folder %s can't be read: %s".formatted(folder, e.getMessage())));
            }
            if (containers.isEmpty() && problems.isEmpty()) {
                problems.add("%s holds no labels: a picture such as scan-1.png needs a file scan-1.json beside it"
                        .formatted(folder.toAbsolutePath()));
            }
            if (!problems.isEmpty()) {
                throw new ImagesRefused(problems);
            }
            return new LabelledImages(folder, containers);
        }

        private void read(Path json) {
            try {
                var label = JSON.readValue(json.toFile(), Label.class);
                if (label == null
                        || label.containers() == null
                        || label.containers().isEmpty()) {
                    throw new IOException("it names no containers");
                }
                var picture = picture(json);
                var low = label.low() == null ? null : low(label.low());
                var openBeam = label.openBeam() == null ? OpenBeam.WHITE : label.openBeam();
                var pixels = readable(picture, low, openBeam);
                for (var container : label.containers()) {
                    containers.add(checked(
                            picture,
                            low,
                            openBeam,
                            pixels.principal(),
                            label.containers().size(),
                            container));
                }
            } catch (JsonProcessingException e) {
                problems.add("%s: %s".formatted(json.getFileName(), said(e)));
            } catch (IOException e) {
                problems.add("%s: %s".formatted(json.getFileName(), e.getMessage()));
            }
        }

        private static String said(JsonProcessingException e) {
            var line = e.getLocation() == null
                    ? ""
                    : "line %d: ".formatted(e.getLocation().getLineNr());
            if (e instanceof UnrecognizedPropertyException unknown) {
                return line
                        + "'%s' is not known here; allowed are %s"
                                .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            }
            var cause = e instanceof JsonMappingException ? e.getCause() : null;
            return line + (cause == null ? e.getOriginalMessage() : cause.getMessage());
        }

        private Path picture(Path json) throws IOException {
            var name = json.getFileName().toString();
            var stem = name.substring(0, name.length() - ".json".length());
            for (var ending : ENDINGS) {
                for (var spelled : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
                    var picture = folder.resolve(stem + spelled);
                    if (Files.isRegularFile(picture)) {
                        return picture;
                    }
                }
            }
            throw new IOException(
                    "there is no picture of this name beside it (%s)".formatted(String.join(", ", ENDINGS)));
        }

        private Path low(String name) throws IOException {
            var file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                throw new IOException("its softer beam's picture %s is not there".formatted(name));
            }
            return file;
        }

        private static Pixels readable(Path picture, @Nullable Path low, OpenBeam openBeam) throws IOException {
            Pixels pixels;
            try {
                pixels = pixels(picture, low, openBeam);
            } catch (IOException e) {
                throw new IOException("its picture can't be used: " + e.getMessage(), e);
            }
            var other = pixels.low();
            if (other != null
                    && (other.width() != pixels.principal().width()
                            || other.height() != pixels.principal().height())) {
                throw new IOException("its two pictures differ in size: %d x %d and %d x %d"
                        .formatted(
                                pixels.principal().width(),
                                pixels.principal().height(),
                                other.width(),
                                other.height()));
            }
            return pixels;
        }

        private Labelled checked(
                Path picture,
                @Nullable Path low,
                OpenBeam openBeam,
                Raster principal,
                int containersInPicture,
                ContainerLabel label)
                throws IOException {
            var region = label.region() == null ? found(principal, containersInPicture) : label.region();
            if (!region.fitsIn(principal.width(), principal.height())) {
                throw new IOException("the container at %s reaches out of the picture of %d x %d"
                        .formatted(region, principal.width(), principal.height()));
            }
            if (label.threats() == null) {
                throw new IOException("\"threats\" is missing: an empty list says that there is no contraband");
            }
            for (var threat : label.threats()) {
                check(threat, region);
            }
            if (label.loadKind() != null && !SyntheticCrops.loadKinds().contains(label.loadKind())) {
                throw new IOException("the load kind %s is not known; known are %s"
                        .formatted(label.loadKind(), String.join(", ", SyntheticCrops.loadKinds())));
            }
            if (label.fill() != null && !(label.fill() >= 0 && label.fill() <= 1)) {
                throw new IOException("the fill is a share of 0 to 1, not " + label.fill());
            }
            if (label.goodsKilograms() != null && !(label.goodsKilograms() >= 0 && label.goodsKilograms() <= 60_000)) {
                throw new IOException("the goods weigh 0 to 60000 kg, not " + label.goodsKilograms());
            }
            return new Labelled(picture, low, openBeam, region, box(label, region), label);
        }

        private Region found(Raster principal, int containersInPicture) throws IOException {
            var found = finder.find(principal);
            if (containersInPicture == 1 && found.size() == 1) {
                return found.get(0);
            }
            throw new IOException("%d containers are found in the picture, its label has %d: give each its \"region\""
                    .formatted(found.size(), containersInPicture));
        }

        private static void check(ThreatLabel threat, Region container) throws IOException {
            try {
                if (threat.region().intersectionOverUnion(container) > 0) {
                    return;
                }
            } catch (IllegalArgumentException e) {
                throw new IOException("a threat is not a place: " + e.getMessage(), e);
            }
            throw new IOException(
                    "the threat at %s lies outside its container at %s".formatted(threat.region(), container));
        }

        private static BoxType box(ContainerLabel label, Region region) throws IOException {
            if (label.boxType() == null) {
                // Pixels are up to 2.4 times as high as wide, so this is a guess, and it only sets the scale of what is
                // put in.
                return region.width() > 1.6 * region.height() ? BoxType.HIGH_CUBE_40 : BoxType.DRY_20;
            }
            try {
                return BoxType.valueOf(label.boxType());
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        "the box type %s is not known; known are %s"
                                .formatted(label.boxType(), Arrays.toString(BoxType.values())),
                        e);
            }
        }
    }
}
