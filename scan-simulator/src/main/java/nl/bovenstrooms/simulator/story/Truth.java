package nl.bovenstrooms.simulator.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Contraband;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a passage.
 *
 * @param index in the stream, from 0
 * @param twists what is out of the ordinary
 * @param width of the first picture in pixels
 * @param height of the first picture in pixels
 * @param threatMask 1 where contraband is in the way of the rays, 0 elsewhere; row by row, of the size of the first picture
 * @param originScanId the scan of the same container at the port of loading; null when this is not an arrival
 * @param changes what happened between origin and arrival
 */
public record Truth(
        long index,
        Set<Twist> twists,
        ScannerFamily scanner,
        int width,
        int height,
        List<ContainerTruth> containers,

        @JsonIgnore @SuppressWarnings("ArrayRecordComponent")
        byte[] threatMask,

        @Nullable UUID originScanId,
        List<Change> changes) {

    public Truth {
        twists = Set.copyOf(twists);
        containers = List.copyOf(containers);
        changes = List.copyOf(changes);
    }

    /** What happened between origin and arrival. */
    public enum Change {
        /** Goods moved and settled, as they do at sea. */
        LOAD_SHIFTED,
        THREAT_ADDED,
        THREAT_REMOVED,
        SEAL_CHANGED
    }

    /**
     * @param number as painted on the container; the manifest may say something else
     * @param region in the first picture
     * @param fill share of the room taken up by goods, 0 to 1
     * @param loadKg of the goods with packaging, without contraband
     * @param grossKg of everything: what a scale shows
     */
    public record ContainerTruth(
            String number,
            Region region,
            BoxType box,
            LoadKind load,
            String hs,
            double fill,
            double loadKg,
            double grossKg,
            boolean doorsRight,
            @Nullable ThreatTruth threat) {}

    /**
     * @param region around all of it in the first picture
     * @param pixels in which it is in the way of the rays
     * @param visibility how much darker it makes its pixels, in units of the noise there, before the wire
     */
    public record ThreatTruth(
            Contraband kind, HidingPlace place, double kilograms, Region region, int pixels, double visibility) {}

    public boolean holdsThreat() {
        return containers.stream().anyMatch(container -> container.threat() != null);
    }
}
