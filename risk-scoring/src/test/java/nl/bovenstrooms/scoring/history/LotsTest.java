package nl.bovenstrooms.scoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.bovenstrooms.scoring.history.Lots.Descriptor;

/** Loads that are places on a line, a few tenths of their usual spread apart. */
class LotsTest {

    private static final Descriptor<Double> PLACE = new Descriptor<>((one, other) -> Math.abs(one - other), 1);

    @Property
    void aMinorityThatIsFarAwayIsOddAndNobodyElse(@ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int size) {
        var random = new Random(seed);
        var odd = 1 + random.nextInt((size - 1) / 2);
        var loads = IntStream.range(0, size)
                .mapToObj(index -> random.nextDouble() + (index < odd ? 100 * (index + 1) : 0))
                .toList();

        var deviations = Lots.deviations(loads, PLACE);

        assertThat(Arrays.stream(deviations).limit(odd)).allMatch(deviation -> deviation >= Lots.OUTLIER);
        assertThat(Arrays.stream(deviations).skip(odd)).allMatch(deviation -> deviation < Lots.OUTLIER);
    }

    @Property
    void aCartonIsNeverOdd(@ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int size) {
        var random = new Random(seed);

        var deviations = Lots.deviations(random.doubles(size).boxed().toList(), PLACE);

        assertThat(Arrays.stream(deviations)).allMatch(deviation -> Math.abs(deviation) < Lots.OUTLIER);
    }

    @Property
    void howOddOneIsDoesNotDependOnTheOrderOfTheOthers(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 30) int size) {
        var random = new Random(seed);
        List<Double> loads = new ArrayList<>(random.doubles(size, 0, 20).boxed().toList());
        var own = loads.get(0);
        var before = Lots.deviations(loads, PLACE)[0];
        Collections.shuffle(loads, random);

        assertThat(Lots.deviations(loads, PLACE)[loads.indexOf(own)]).isEqualTo(before);
    }
}
