package nl.bovenstrooms.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.bovenstrooms.scoring.history.SimilarLoads.Filter;
import nl.bovenstrooms.scoring.history.SimilarLoads.Neighbour;
import nl.bovenstrooms.scoring.history.SimilarLoads.Seen;
import org.junit.jupiter.api.Test;

class SimilarLoadsTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    /** Against the plain way of looking at every one. */
    @Property(tries = 60)
    void theNearestAreFoundExactly(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int count) {
        var random = new Random(seed);
        var all = new ArrayList<Seen>();
        for (var number = 0; number < count; number++) {
            all.add(seen(number, random));
        }
        var loads = new SimilarLoads(8);
        all.forEach(seen -> loads.replace(seen.scanId(), List.of(seen)));
        var query = unit(random);

        assertSame(loads.nearest(query, Filter.NONE, 5), plain(all, query, seen -> true));
        assertSame(
                loads.nearest(
                        query,
                        new Filter("08", "45R1", START.plus(Duration.ofDays(3)), START.plus(Duration.ofDays(20)), null),
                        5),
                plain(
                        all,
                        query,
                        seen -> seen.headings().stream().anyMatch(heading -> heading.startsWith("08"))
                                && seen.sizeType().equals("45R1")
                                && !seen.at().isBefore(START.plus(Duration.ofDays(3)))
                                && seen.at().isBefore(START.plus(Duration.ofDays(20)))));
    }

    /** Of scans with several containers, in a random order of coming, changing and going. */
    @Property(tries = 60)
    void whatCameAndWentLeavesNoTrace(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int changes) {
        var random = new Random(seed);
        var loads = new SimilarLoads(8);
        var there = new TreeMap<UUID, List<Seen>>();
        for (var change = 0; change < changes; change++) {
            var scan = random.nextInt(20);
            var passages = IntStream.range(0, random.nextInt(4))
                    .mapToObj(index -> seen(scan, index, random))
                    .toList();
            there.put(new UUID(0, scan), passages);
            loads.replace(new UUID(0, scan), passages);
        }
        var query = unit(random);
        var all = there.values().stream().flatMap(List::stream).toList();

        assertThat(loads.size()).isEqualTo(all.size());
        assertSame(loads.nearest(query, Filter.NONE, 5), plain(all, query, seen -> true));
        assertSame(
                loads.nearest(query, new Filter("0803", "", null, null, null), 5),
                plain(all, query, seen -> seen.headings().contains("0803")));
    }

    private static void assertSame(List<Neighbour> found, List<Neighbour> expected) {
        assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(
                        (one, other) -> Math.abs(one - other) < 1e-5 ? 0 : Double.compare(one, other), Double.class)
                .isEqualTo(expected);
    }

    @Test
    void whatIsPutAgainTakesThePlaceOfWhatWasThere() {
        var random = new Random(7);
        var loads = new SimilarLoads(8);
        var first = seen(1, random);
        loads.replace(first.scanId(), List.of(first));
        var other = unit(random);
        loads.replace(
                first.scanId(),
                List.of(new Seen(first.scanId(), first.index(), first.at(), List.of("4407"), "42G1", other)));

        assertThat(loads.size()).isEqualTo(1);
        assertThat(loads.nearest(other, new Filter("44", "", null, null, null), 5))
                .singleElement()
                .matches(neighbour -> neighbour.distance() < 1e-3);
        assertThat(loads.nearest(other, new Filter("08", "", null, null, null), 5))
                .isEmpty();
    }

    @Test
    void oneScanCanBeLeftOut() {
        var random = new Random(8);
        var loads = new SimilarLoads(8);
        var first = seen(1, random);
        var second = seen(2, random);
        loads.replace(first.scanId(), List.of(first));
        loads.replace(second.scanId(), List.of(second));

        assertThat(loads.nearest(first.embedding(), Filter.NONE.except(first.scanId()), 5))
                .extracting(Neighbour::scanId)
                .containsExactly(second.scanId());
    }

    @Test
    void whatIsUsualIsTheDistanceToTheNearestOfAnotherScan() {
        var random = new Random(9);
        var all =
                IntStream.range(0, 40).mapToObj(number -> seen(number, random)).toList();
        var loads = new SimilarLoads(8);
        all.forEach(seen -> loads.replace(seen.scanId(), List.of(seen)));
        var bananas =
                all.stream().filter(seen -> seen.headings().contains("0803")).toList();

        var usual = loads.distancesWithin(new Filter("0803", "", null, null, null), bananas.size());

        assertThat(usual).hasSameSizeAs(bananas);
        for (var index = 0; index < bananas.size(); index++) {
            var own = bananas.get(index);
            assertThat(usual.get(index))
                    .isCloseTo(
                            plain(bananas, own.embedding(), other -> !other.scanId()
                                            .equals(own.scanId()))
                                    .get(0)
                                    .distance(),
                            within(1e-5));
        }
        assertThat(loads.distancesWithin(new Filter("0803", "", null, null, null), 3))
                .isEqualTo(usual.subList(0, 3));
    }

    @Test
    void anEmbeddingOfAnotherModelIsRefused() {
        var seen = new Seen(UUID.randomUUID(), 0, START, List.of(), "", new float[3]);

        assertThatThrownBy(() -> new SimilarLoads(8).replace(seen.scanId(), List.of(seen)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Neighbour> plain(List<Seen> all, float[] query, Predicate<Seen> wanted) {
        return all.stream()
                .filter(wanted)
                .map(seen -> new Neighbour(seen.scanId(), seen.index(), distance(seen.embedding(), query)))
                .sorted(Comparator.comparingDouble(Neighbour::distance)
                        .thenComparing(Neighbour::scanId)
                        .thenComparing(Neighbour::index))
                .limit(5)
                .toList();
    }

    private static double distance(float[] one, float[] other) {
        var product = 0f;
        for (var dimension = 0; dimension < one.length; dimension++) {
            product += other[dimension] * one[dimension];
        }
        return Math.sqrt(Math.max(0, 2 - 2.0 * product));
    }

    private static Seen seen(int number, Random random) {
        return seen(number, 0, random);
    }

    private static Seen seen(int number, int index, Random random) {
        return new Seen(
                new UUID(0, number),
                index,
                START.plus(Duration.ofHours(random.nextInt(720))),
                List.of(List.of("0803", "0804", "4407").get(random.nextInt(3))),
                random.nextBoolean() ? "45R1" : "22G1",
                unit(random));
    }

    private static float[] unit(Random random) {
        var vector = new float[8];
        var squares = 0.0;
        for (var dimension = 0; dimension < vector.length; dimension++) {
            vector[dimension] = (float) random.nextGaussian();
            squares += vector[dimension] * (double) vector[dimension];
        }
        for (var dimension = 0; dimension < vector.length; dimension++) {
            vector[dimension] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
