package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.declared;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.raster;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.imagestore.ImageStore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as the others meet it: real broker, real image store; the image model follows a script. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class ScoringScanIT {

    private static final String RECEIVED = EventType.SCAN_RECEIVED.topic();
    private static final String MANIFEST = EventType.MANIFEST_RECEIVED.topic();
    private static final String SCORED = EventType.SCAN_SCORED.topic();
    private static final String DEAD_LETTERS = "scan.received.v1.dead-letter";
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-24T06:00:00.123456Z");

    @Inject
    ImageStore store;

    @Inject
    ScriptedModelInService model;

    @Inject
    MeterRegistry registry;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource
    URI service;

    private Topics topics;

    @BeforeEach
    void connect() {
        model.reset();
        topics = new Topics(bootstrapServers, SCORED, DEAD_LETTERS, "manifest.received.v1.dead-letter");
    }

    @AfterEach
    void disconnect() {
        topics.close();
    }

    @Test
    void aScanGoesInAndAScoreComesOut() {
        var scan = stored(UUID.randomUUID());

        send(scan);

        var message = topics.await(SCORED, scan.scanId().toString(), 1).get(0);
        var event = read(message);
        assertThat(Topics.headers(message)).containsEntry("content-type", EventCodec.CONTENT_TYPE);
        assertThat(event.time()).isEqualTo(TIME);
        assertThat(event.subject()).isEqualTo(scan.scanId().toString());
        assertThat(event.data().scan()).isEqualTo(scan);
        assertThat(event.data().versions().model()).isEqualTo("scripted-1");
        var score = event.data().containers().get(0);
        assertThat(score.mode()).isEqualTo(ScoringMode.IMAGE_AND_RULES);
        assertThat(store.exists(score.heatMap().key())).isTrue();
    }

    @Test
    void aRepeatedMessageGivesTheIdenticalEvent() {
        var scan = stored(UUID.randomUUID());

        send(scan);
        send(scan);

        var messages = topics.await(SCORED, scan.scanId().toString(), 2);
        assertThat(messages.get(0).value()).isEqualTo(messages.get(1).value());
    }

    @Test
    void aLaterManifestIsScoredAgain() {
        var scan = stored(UUID.randomUUID());
        send(scan);
        var corrected = new ScanReceived(
                scan.scanId(),
                scan.tenant(),
                scan.caseReference(),
                scan.receivedAt(),
                manifest(),
                scan.images(),
                scan.flags());

        topics.send(
                MANIFEST,
                scan.scanId().toString(),
                EventCodec.write(Event.of(
                        EventType.MANIFEST_RECEIVED,
                        UUID.randomUUID(),
                        "/scan-ingest",
                        scan.scanId().toString(),
                        TIME.plusMinutes(5),
                        new ManifestReceived(corrected, scan.manifest()))));

        var events = topics.await(SCORED, scan.scanId().toString(), 2).stream()
                .map(ScoringScanIT::read)
                .toList();
        assertThat(events).extracting(Event::time).containsExactlyInAnyOrder(TIME, TIME.plusMinutes(5));
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextScanIsScored() {
        var key = UUID.randomUUID();
        topics.send(RECEIVED, key.toString(), "{\"no\": \"event\"".getBytes(StandardCharsets.UTF_8));
        topics.send(RECEIVED, key.toString(), new byte[0]);
        var missing = scan(key, manifest(reefer(NUMBER)), image(key, "image-1", declared(NUMBER, 10, 900)));
        topics.send(RECEIVED, key.toString(), EventCodec.write(eventOf(missing)));
        var withoutScan =
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/x\",\"type\":\"%s\",\"time\":\"%s\",\"data\":{\"images\":[],\"flags\":[]}}"
                        .formatted(key, EventType.SCAN_RECEIVED.type(), TIME);
        topics.send(RECEIVED, key.toString(), withoutScan.getBytes(StandardCharsets.UTF_8));

        var letters = topics.await(DEAD_LETTERS, key.toString(), 4);
        assertThat(letters)
                .extracting(letter -> Topics.headers(letter).get("dead-letter-reason"))
                .anySatisfy(reason -> assertThat(reason).contains("not readable"))
                .anySatisfy(reason -> assertThat(reason).contains("image-1-SINGLE"))
                .anySatisfy(reason -> assertThat(reason).contains("lacks scanId"));
        assertThat(Topics.headers(letters.get(0))).containsEntry("dead-letter-topic", RECEIVED);

        // The same partition, behind the poison.
        var next = stored(UUID.randomUUID());
        topics.send(RECEIVED, key.toString(), EventCodec.write(eventOf(next)));
        topics.await(SCORED, next.scanId().toString(), 1);
        assertThat(registry.counter("bovenstrooms.scoring.dead.letters", "topic", RECEIVED)
                        .count())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void aBrokenModelLeavesTheRules() {
        model.failing.set(-1);
        var scan = stored(UUID.randomUUID());

        send(scan);

        var event = read(topics.await(SCORED, scan.scanId().toString(), 1).get(0));
        assertThat(event.data().versions().model()).isNull();
        assertThat(event.data().containers().get(0).mode()).isEqualTo(ScoringMode.RULES_ONLY);
        assertThat(event.data().containers().get(0).contributions())
                .anyMatch(contribution -> contribution.id().equals("image-model-failed"));
    }

    @Test
    void manyScansAreAllScoredOnceByTwoWorkers() {
        model.pause = 20;
        var scans = new ArrayList<ScanReceived>();
        for (var count = 0; count < 40; count++) {
            scans.add(stored(UUID.randomUUID()));
        }

        scans.forEach(this::send);

        scans.forEach(scan ->
                assertThat(topics.await(SCORED, scan.scanId().toString(), 1)).hasSize(1));
        assertThat(model.mostAtATime.get()).isEqualTo(2);
    }

    @Test
    void tellsItsHealthAndMetrics() throws Exception {
        send(stored(UUID.randomUUID()));

        assertThat(get("/q/health/ready")).contains("\"UP\"", "scripted-1", "ruleBook");
        assertThat(get("/q/metrics"))
                .contains("bovenstrooms_scoring_dead_letters_total", "bovenstrooms_scoring_duration_seconds");
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private ScanReceived stored(UUID id) {
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(raster()));
        return scan(id, manifest(reefer(NUMBER)), image(id, "image-1", declared(NUMBER, 10, 900)));
    }

    private void send(ScanReceived scan) {
        topics.send(RECEIVED, scan.scanId().toString(), EventCodec.write(eventOf(scan)));
    }

    private static Event<ScanReceived> eventOf(ScanReceived scan) {
        return Event.of(
                EventType.SCAN_RECEIVED,
                UUID.nameUUIDFromBytes(scan.scanId().toString().getBytes(StandardCharsets.UTF_8)),
                "/scan-ingest",
                scan.scanId().toString(),
                TIME,
                scan);
    }

    private static Event<ScanScored> read(ConsumerRecord<String, byte[]> message) {
        return EventCodec.read(message.value(), EventType.SCAN_SCORED, ScanScored.class);
    }
}
