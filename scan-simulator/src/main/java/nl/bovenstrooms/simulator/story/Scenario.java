package nl.bovenstrooms.simulator.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of passages is made of.
 *
 * @param title one line for people
 * @param sources where scans come from
 * @param arrivals where containers are scanned again on arrival; its share does not count
 * @param rates how often each twist happens, 0 to 1
 * @param opening the first passages; chance takes over after them
 */
public record Scenario(
        String title,
        List<Source> sources,
        Source arrivals,
        @Nullable Map<Twist, Double> rates,
        @Nullable List<Opening> opening) {

    /**
     * A passage that is not left to chance.
     *
     * @param port UN/LOCODE of the source, or nothing for any
     * @param goods or nothing for any
     * @param twists what is out of the ordinary, or nothing
     */
    public record Opening(
            @Nullable String port,
            @Nullable LoadKind goods,
            @Nullable Set<Twist> twists) {

        public Opening {
            twists = twists == null ? Set.of() : Set.copyOf(twists);
        }

        Set<Twist> deviations() {
            return twists == null ? Set.of() : twists;
        }
    }

    public Scenario {
        sources = List.copyOf(Required.of(sources, "sources"));
        title = Required.of(title, "title");
        arrivals = Required.of(arrivals, "arrivals");
        rates = rates == null ? Map.of() : Map.copyOf(rates);
        opening = opening == null ? List.of() : List.copyOf(opening);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a scenario needs at least one source");
        }
        rates.forEach((twist, rate) -> {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("the rate of " + twist + " is 0 to 1, not " + rate);
            }
        });
        if (!opening.isEmpty() && opening.get(0).deviations().contains(Twist.ARRIVAL)) {
            throw new IllegalArgumentException("the first passage can't be an ARRIVAL: nothing has left yet");
        }
        for (var passage : opening) {
            var port = passage.port();
            if (port != null
                    && sources.stream().noneMatch(source -> source.port().equals(port))) {
                throw new IllegalArgumentException("no source is at '%s'. Allowed: %s"
                        .formatted(port, sources.stream().map(Source::port).toList()));
            }
        }
    }

    double rate(Twist twist) {
        return rates == null ? 0 : rates.getOrDefault(twist, 0.0);
    }

    int openingPassages() {
        return opening == null ? 0 : opening.size();
    }

    Opening opening(int index) {
        if (opening == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return opening.get(index);
    }
}
