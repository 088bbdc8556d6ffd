package nl.bovenstrooms.simulator.story;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stream of passages is made of.
 *
 * @param title one line for people
 * @param sources where scans come from; the first one whose passages are exports sends what arrives later
 * @param arrivals where containers are scanned again on arrival; its share does not count
 * @param rates how often each twist happens, 0 to 1
 * @param opening twists of the first passages, one list for each; chance takes over after them
 */
public record Scenario(
        String title, List<Source> sources, Source arrivals, Map<Twist, Double> rates, List<Set<Twist>> opening) {

    public Scenario {
        sources = List.copyOf(sources);
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
        if (!opening.isEmpty() && opening.get(0).contains(Twist.ARRIVAL)) {
            throw new IllegalArgumentException("the first passage can't be an ARRIVAL: nothing has left yet");
        }
    }

    double rate(Twist twist) {
        return rates.getOrDefault(twist, 0.0);
    }
}
