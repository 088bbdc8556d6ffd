package nl.bovenstrooms.scoring.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * A container's way through a scanner: what other scans have to know of it, and nothing of persons or companies.
 *
 * @param index of the container in its scan
 * @param number normalised; null when nobody read one
 * @param at when it passed
 * @param place UN/LOCODE of the scanner; empty when unknown
 * @param direction {@code EXPORT}, {@code IMPORT}, {@code TRANSIT} or empty
 * @param sizeType code of ISO 6346; empty when unknown
 * @param bills level and number of each bill of lading that names it
 * @param seals their numbers
 * @param weighedKg gross mass on a weighbridge
 * @param grid of its load; null when no picture showed it
 * @param embedding of its load; null when no model saw it. It has a place of its own where the passage is kept
 * @param shown where a picture shows it; null when none does
 */
public record Passage(
        UUID scanId,
        int index,
        String caseReference,
        @Nullable String number,
        Instant at,
        String place,
        String direction,
        Voyage voyage,
        String sizeType,
        List<String> bills,
        List<String> seals,
        @Nullable Double weighedKg,
        @Nullable LoadGrid grid,
        @JsonIgnore @Nullable Embedding embedding,
        @Nullable Shown shown) {

    /** One order for all, whatever order they came in. */
    public static final Comparator<Passage> IN_TIME =
            Comparator.comparing(Passage::at).thenComparing(Passage::scanId).thenComparing(Passage::index);

    /** Stands for any character of a container number. */
    private static final char ANY = '_';

    public Passage {
        bills = List.copyOf(bills);
        seals = List.copyOf(seals);
    }

    /** @param region in pixels of that image of the scan */
    public record Shown(String imageId, Region region) {}

    /**
     * @param imo of the ship; empty when unknown
     * @param number of the voyage; empty when unknown
     * @param ports UN/LOCODEs from loading over transit to discharge, as far as known
     */
    public record Voyage(
            String imo,
            String number,
            List<String> ports,
            @Nullable Instant departure,
            @Nullable Instant arrival) {

        public Voyage {
            ports = List.copyOf(ports);
        }
    }

    /** The same passage with what a model made of its load. */
    public Passage with(Embedding its) {
        return new Passage(
                scanId,
                index,
                caseReference,
                number,
                at,
                place,
                direction,
                voyage,
                sizeType,
                bills,
                seals,
                weighedKg,
                grid,
                its,
                shown);
    }

    /**
     * What it has in common with every passage that it is related to, and with no other: two are related when they share a key. A
     * number is there once for each of its characters, with any character in that one's place, since two numbers that differ in one
     * character are the same without it. Half a number would take fewer keys; but a thousand containers of one owner share a half,
     * and all of their passages would have to be read.
     */
    public Set<String> keys() {
        var keys = new TreeSet<String>();
        if (number != null) {
            for (var place = 0; place < number.length(); place++) {
                keys.add("number:" + number.substring(0, place) + ANY + number.substring(place + 1));
            }
        }
        bills.forEach(bill -> keys.add("bill:" + bill));
        seals.forEach(seal -> keys.add("seal:" + seal));
        return keys;
    }

    /** Its number or, when nobody read one, what tells it from all others. */
    String container() {
        return number == null ? scanId + "/" + index : number;
    }

    /** First character of the size/type, which stands for the length; empty when unknown. */
    String lengthCode() {
        return sizeType.isEmpty() ? "" : sizeType.substring(0, 1);
    }

    /** Letter of the type, for example G for general purpose and R for reefer; empty when unknown. */
    String typeCode() {
        return sizeType.length() < 3 ? "" : sizeType.substring(2, 3);
    }

    /** Why what is known of one matters to the score of the other; the nearest relation, the same both ways. */
    public Optional<Because> relationTo(Passage other) {
        if (hasNumberLike(other)) {
            return Optional.of(Because.SAME_CONTAINER);
        }
        if (!Collections.disjoint(bills, other.bills)) {
            return Optional.of(Because.SAME_BILL);
        }
        return Collections.disjoint(seals, other.seals) ? Optional.empty() : Optional.of(Because.SAME_SEAL);
    }

    /** Whether both have a number, and these are the same but for one character at most. */
    boolean hasNumberLike(Passage other) {
        var one = number;
        var another = other.number;
        if (one == null || another == null || one.length() != another.length()) {
            return false;
        }
        var different = 0;
        for (var place = 0; place < one.length(); place++) {
            different += one.charAt(place) == another.charAt(place) ? 0 : 1;
        }
        return different <= 1;
    }
}
