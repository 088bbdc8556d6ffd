package nl.bovenstrooms.simulator.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.simulator.Chance;
import org.jspecify.annotations.Nullable;

/**
 * An endless stream of passages. The same scenario, seed and start give the same bytes; pictures depend on scenario and seed
 * alone. Any passage can be made without the ones before it, so the stream may be made by many threads.
 */
public final class Passages {

    /** A clone copies the number of a container so many passages back. */
    private static final int CLONED_FROM = 5;

    private final Scenario scenario;
    private final Chance chance;
    private final String name;
    private final Instant start;
    private final Planning planning;

    /** @param start about when the stream is sent: times in manifests are relative to it */
    public Passages(Scenario scenario, long seed, Instant start) {
        this.scenario = scenario;
        this.start = start;
        chance = new Chance(seed).of("passages of " + scenario.title());
        name = scenario.title() + "/" + seed;
        planning = new Planning(scenario, chance.of("plan"));
    }

    /** The first so many. */
    public Stream<Passage> first(long count) {
        return LongStream.range(0, count).mapToObj(this::at);
    }

    /** @param index from 0 */
    public Passage at(long index) {
        var plan = planning.plan(index);
        var port = plan.origin() == null ? plan.shipment().source() : scenario.arrivals();
        var loading = Loading.of(plan);
        var own = chance.of("passage").of(index);
        var photograph = Photograph.of(loading.containers(), port, chance.of("ports"), own.of("photograph"));
        var scanId = scanId(index);
        var clonedFrom = planning.plan(Math.max(0, index - CLONED_FROM))
                .shipment()
                .number(0)
                .value();
        var manifest = new ManifestWriting(plan, port, loading, photograph, clonedFrom, start, own.of("manifest"))
                .manifest(scanId.toString());
        return new Passage(
                scanId,
                port.authority(),
                manifest,
                json(manifest),
                photograph.files(),
                truth(plan, loading, photograph));
    }

    private UUID scanId(long index) {
        return DeterministicId.of("simulated-scan", name, Long.toString(index));
    }

    private static byte[] json(Manifest manifest) {
        try {
            return EventCodec.mapper().writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest can always be written", e);
        }
    }

    private Truth truth(Plan plan, Loading loading, Photograph photograph) {
        var exposure = photograph.exposure();
        var mask = exposure.mask();
        var containers = new ArrayList<Truth.ContainerTruth>();
        for (var index = 0; index < plan.members().size(); index++) {
            var container = loading.containers().get(index);
            var load = container.load();
            containers.add(new Truth.ContainerTruth(
                    plan.shipment().number(plan.members().get(index)).value(),
                    photograph.regions().get(index),
                    container.box(),
                    load.kind(),
                    load.kind().hs().value(),
                    load.fill(),
                    Math.round(load.kilograms()),
                    Math.round(container.box().tareKg() + container.contentsKg()),
                    photograph.scene().containers().get(index).doorsRight(),
                    threat(container, mask, photograph)));
        }
        return new Truth(
                plan.index(),
                plan.twists(),
                photograph.scanner().family(),
                exposure.width(),
                exposure.height(),
                containers,
                mask,
                plan.origin() == null ? null : scanId(plan.origin().index()),
                List.copyOf(loading.changes().stream().sorted().toList()));
    }

    /** At most one container of a passage holds contraband, so all of the mask is its. */
    private static Truth.@Nullable ThreatTruth threat(
            nl.bovenstrooms.simulator.scene.Container container, byte[] mask, Photograph photograph) {
        var hidden = container.hidden();
        if (hidden.isEmpty()) {
            return null;
        }
        var width = photograph.exposure().width();
        var left = width;
        var right = -1;
        var top = Integer.MAX_VALUE;
        var bottom = -1;
        var pixels = 0;
        for (var index = 0; index < mask.length; index++) {
            if (mask[index] != 0) {
                left = Math.min(left, index % width);
                right = Math.max(right, index % width);
                top = Math.min(top, index / width);
                bottom = Math.max(bottom, index / width);
                pixels++;
            }
        }
        var region = pixels == 0 ? new Region(0, 0, 1, 1) : new Region(left, top, right - left + 1, bottom - top + 1);
        return new Truth.ThreatTruth(
                hidden.get().kind(),
                hidden.get().place(),
                Math.round(hidden.get().kilograms() * 10) / 10.0,
                region,
                pixels,
                Math.round(photograph.exposure().visibility() * 100) / 100.0);
    }
}
