package nl.bovenstrooms.scoring.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Says which declared container stands where. A place that the source gave is taken when it is plausible and some container
 * was found about there; otherwise containers are given to the places found, both from left to right, since a source lists them in that order.
 *
 * <p>Only the principal views take part: the model is made for side views. A second view is for the analyst's eyes.
 */
final class Matching {

    private static final String PRINCIPAL = "PRIMARY";
    private static final int SMALLEST_SIDE = 24;
    private static final double MOST_STRETCHED = 12;
    private static final double SAME_PLACE = 0.3;

    private Matching() {}

    static boolean isPrincipal(ScanImage image) {
        return PRINCIPAL.equals(image.role());
    }

    /** Whether a container can stand there: inside the picture, not tiny, and not absurdly long or high. */
    static boolean isPlausible(@Nullable Region region, int width, int height) {
        return region != null
                && region.fitsIn(width, height)
                && region.width() >= SMALLEST_SIDE
                && region.height() >= SMALLEST_SIDE
                && region.width() <= MOST_STRETCHED * region.height()
                && region.height() <= 2 * region.width();
    }

    /** The places that the source gave and that are plausible. */
    static List<Region> declaredPlaces(ScanImage image) {
        return image.containers().stream()
                .map(DeclaredContainer::region)
                .filter(region -> isPlausible(
                        region, image.raster().width(), image.raster().height()))
                .map(region -> (Region) region)
                .distinct()
                .toList();
    }

    /**
     * Declared places, and those found places that are not one of them; from left to right. A declared place that misses
     * every container found by far gives way to what was found: sources mix up pictures and units.
     */
    static List<Region> places(List<Region> declared, List<Region> found) {
        var places = new ArrayList<>(declared);
        places.removeAll(misplaced(declared, found));
        var trusted = List.copyOf(places);
        found.stream()
                .filter(place -> trusted.stream().noneMatch(other -> isSamePlace(place, other)))
                .forEach(places::add);
        places.sort(Comparator.comparingInt(Region::x).thenComparingInt(Region::y));
        return places;
    }

    /** Declared places where no container was found, in a picture where some were. */
    static List<Region> misplaced(List<Region> declared, List<Region> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        return declared.stream()
                .filter(place -> found.stream().noneMatch(other -> isSamePlace(place, other)))
                .toList();
    }

    private static boolean isSamePlace(Region one, Region other) {
        return one.intersectionOverUnion(other) > SAME_PLACE;
    }

    /**
     * @param spots of each principal image, from left to right, by image id
     * @return at least one: those of the manifest in its order, then those that only an image names, then those that nobody
     *     declared
     */
    static List<ScannedContainer> containers(ScanReceived scan, Map<String, List<Spot>> spots) {
        var declared = declaredNumbers(scan);
        var free = new LinkedHashMap<String, List<Spot>>();
        spots.forEach((image, places) -> free.put(image, new ArrayList<>(places)));
        var matched = new LinkedHashMap<String, Spot>();
        matchDeclaredPlaces(scan, free, matched);
        matchNamedInImage(scan, free, matched);
        matchTheRest(declared, free, matched);

        var containers = new ArrayList<ScannedContainer>();
        declared.forEach((key, number) -> containers.add(new ScannedContainer(number, matched.get(key))));
        free.values().forEach(places -> places.forEach(spot -> containers.add(new ScannedContainer(null, spot))));
        if (containers.isEmpty()) {
            containers.add(new ScannedContainer(null, null));
        }
        return containers;
    }

    /** Normalised number to the number as declared. */
    static Map<String, String> declaredNumbers(ScanReceived scan) {
        var numbers = new LinkedHashMap<String, String>();
        scan.manifest().equipment().forEach(equipment -> putNumber(numbers, equipment.number()));
        scan.images().stream()
                .filter(Matching::isPrincipal)
                .flatMap(image -> image.containers().stream())
                .forEach(container -> putNumber(numbers, container.number()));
        return numbers;
    }

    /** The number without blanks and dashes, so that two spellings of it meet; null when there is none. */
    static @Nullable String normalised(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            return ContainerNumber.of(number).value();
        } catch (IllegalArgumentException e) {
            return number.strip();
        }
    }

    private static void putNumber(Map<String, String> numbers, @Nullable String number) {
        var key = normalised(number);
        if (key != null && number != null) {
            numbers.putIfAbsent(key, number);
        }
    }

    private static void matchDeclaredPlaces(
            ScanReceived scan, Map<String, List<Spot>> free, Map<String, Spot> matched) {
        for (var image : scan.images()) {
            for (var container : image.containers()) {
                var key = normalised(container.number());
                var places = free.get(image.imageId());
                if (key == null || places == null || matched.containsKey(key)) {
                    continue;
                }
                places.stream()
                        .filter(spot -> spot.region().equals(container.region()))
                        .findFirst()
                        .ifPresent(spot -> take(spot, key, places, matched));
            }
        }
    }

    private static void matchNamedInImage(ScanReceived scan, Map<String, List<Spot>> free, Map<String, Spot> matched) {
        for (var image : scan.images()) {
            for (var container : image.containers()) {
                var key = normalised(container.number());
                var places = free.get(image.imageId());
                if (key != null && places != null && !places.isEmpty() && !matched.containsKey(key)) {
                    take(places.get(0), key, places, matched);
                }
            }
        }
    }

    private static void matchTheRest(
            Map<String, String> declared, Map<String, List<Spot>> free, Map<String, Spot> matched) {
        for (var key : declared.keySet()) {
            if (!matched.containsKey(key)) {
                free.values().stream()
                        .filter(places -> !places.isEmpty())
                        .findFirst()
                        .ifPresent(places -> take(places.get(0), key, places, matched));
            }
        }
    }

    private static void take(Spot spot, String key, List<Spot> places, Map<String, Spot> matched) {
        matched.put(key, spot);
        places.remove(spot);
    }
}
