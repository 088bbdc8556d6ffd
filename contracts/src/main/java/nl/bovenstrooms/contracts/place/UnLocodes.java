package nl.bovenstrooms.contracts.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The seaports between South America, West Africa and Europe that this system meets: a trimmed list, taken by hand from
 * the UN/LOCODE release that the first line of {@code un-locodes.csv} names. A missing port is added there.
 */
public final class UnLocodes {

    /** Mean radius of the earth in kilometres (IUGG). */
    private static final double RADIUS = 6371.0088;

    private static final Map<String, Port> PORTS = read();
    private static final Map<String, String> NAMES = names(PORTS);

    private UnLocodes() {}

    /** @param latitude degrees, north is positive
     * @param longitude degrees, east is positive */
    private record Port(String name, double latitude, double longitude) {}

    /** Code to English name, in the order of the list. */
    public static Map<String, String> names() {
        return NAMES;
    }

    /**
     * As the crow flies, to about twenty kilometres: no way by sea or land is shorter.
     *
     * @return empty when one of the two is not in the list
     */
    public static OptionalDouble kilometresBetween(String one, String other) {
        var from = PORTS.get(one);
        var to = PORTS.get(other);
        return from == null || to == null ? OptionalDouble.empty() : OptionalDouble.of(kilometres(from, to));
    }

    /** The haversine formula. {@link StrictMath} gives the same digits on every machine. */
    private static double kilometres(Port from, Port to) {
        var north = halfChord(to.latitude() - from.latitude());
        var east = halfChord(to.longitude() - from.longitude());
        var chord = north
                + StrictMath.cos(Math.toRadians(from.latitude()))
                        * StrictMath.cos(Math.toRadians(to.latitude()))
                        * east;
        return 2 * RADIUS * StrictMath.asin(Math.sqrt(Math.min(1, chord)));
    }

    private static double halfChord(double degrees) {
        var sine = StrictMath.sin(Math.toRadians(degrees) / 2);
        return sine * sine;
    }

    private static Map<String, String> names(Map<String, Port> ports) {
        var names = new LinkedHashMap<String, String>();
        ports.forEach((code, port) -> names.put(code, port.name()));
        return Collections.unmodifiableMap(names);
    }

    private static Map<String, Port> read() {
        var resource = Objects.requireNonNull(UnLocodes.class.getResourceAsStream("un-locodes.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            var ports = new LinkedHashMap<String, Port>();
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .forEach(fields -> ports.put(
                            fields[0],
                            new Port(fields[1], Double.parseDouble(fields[2]), Double.parseDouble(fields[3]))));
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
