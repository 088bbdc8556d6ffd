package nl.bovenstrooms.simulator.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.DeterministicId;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.story.ManifestWriting.Times;

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
        var manifest = new ManifestWriting(plan, port, loading, photograph, clonedFrom, times(plan), words(index))
                .manifest(scanId.toString());
        var origin = plan.origin();
        return new Passage(
                scanId,
                port.authority(),
                manifest,
                json(manifest),
                photograph.files(),
                photograph.truth(plan, loading, origin == null ? null : scanId(origin.index())));
    }

    /** What arrives in this stream was scanned at its port of loading weeks ago, however soon before in the stream it is sent. */
    private Times times(Plan plan) {
        var arrival = plan.origin() == null ? planning.arrival(plan.index()) : null;
        return arrival == null
                ? Times.near(start, plan, words(plan.index()))
                : Times.before(Times.near(start, arrival, words(arrival.index())), plan);
    }

    private Chance words(long index) {
        return chance.of("passage").of(index).of("manifest");
    }

    private UUID scanId(long index) {
        return DeterministicId.of("simulated-scan", name, Long.toString(index));
    }

    static byte[] json(Manifest manifest) {
        try {
            return EventCodec.mapper().writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest can always be written", e);
        }
    }
}
