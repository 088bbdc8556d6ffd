package nl.bovenstrooms.simulator.story;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.contracts.place.UnLocode;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.jspecify.annotations.Nullable;

/**
 * A customs service with a scanner at one port.
 *
 * @param authority such as {@code BR-RFB}
 * @param system name of the sending system
 * @param port UN/LOCODE of the scanner
 * @param terminal in the source's own code
 * @param utcOffset such as {@code -03:00}
 * @param scanners families in use there
 * @param wire how pictures come
 * @param share of the passages, relative to those of the others
 * @param destinations UN/LOCODEs
 * @param goods what is shipped there, with relative shares; nothing for all goods evenly
 * @param views 1, or 2 where a second source stands above the vehicle; nothing means 1
 */
public record Source(
        String authority,
        String system,
        String port,
        String terminal,
        String utcOffset,
        List<ScannerFamily> scanners,
        Wire wire,
        double share,
        List<String> destinations,
        Map<LoadKind, Double> goods,
        @Nullable Integer views) {

    /** How pictures come from a source. */
    public enum Wire {
        /** 8-bit JPEG, 800 rows, at most 400 kB. */
        BASE_CASE,
        /** 16-bit PNG, one file per energy. */
        PNG_16,
        /** 16-bit TIFF, one file per energy. */
        TIFF_16
    }

    public Source {
        authority = Required.of(authority, "authority");
        system = Required.of(system, "system");
        port = Required.of(port, "port");
        terminal = Required.of(terminal, "terminal");
        utcOffset = ZoneOffset.of(Required.of(utcOffset, "utcOffset")).getId();
        wire = Required.of(wire, "wire");
        scanners = List.copyOf(Required.of(scanners, "scanners"));
        destinations = List.copyOf(Required.of(destinations, "destinations"));
        goods = Map.copyOf(Required.of(goods, "goods"));
        requireKnown(port);
        destinations.forEach(Source::requireKnown);
        if (scanners.isEmpty()) {
            throw new IllegalArgumentException("a source needs at least one scanner");
        }
        if (views != null && views != 1 && views != 2) {
            throw new IllegalArgumentException("views are 1 or 2, not " + views);
        }
        if (!(share >= 0)) {
            throw new IllegalArgumentException("a share is 0 or more, not " + share);
        }
        goods.forEach((kind, part) -> {
            if (!(part >= 0)) {
                throw new IllegalArgumentException("the share of " + kind + " is 0 or more, not " + part);
            }
        });
    }

    boolean hasTwoViews() {
        return views != null && views == 2;
    }

    private static void requireKnown(String code) {
        if (!UnLocode.of(code).isKnown()) {
            throw new IllegalArgumentException("'" + code + "' is not among the known ports");
        }
    }
}
