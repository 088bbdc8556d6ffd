package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.HEIGHT;
import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.SCANNED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.WIDTH;
import static nl.bovenstrooms.scoring.scan.Examples.consignment;
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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ManifestReceived;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.Revision;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.comparison.Goods;
import nl.bovenstrooms.scoring.comparison.Goods.Box;
import nl.bovenstrooms.scoring.comparison.Goods.Scanner;
import nl.bovenstrooms.scoring.comparison.Picture;
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
    private static final Random RANDOM = new Random();
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-24T06:00:00.123456Z");

    @Inject
    ImageStore store;

    @Inject
    ScriptedModelInService model;

    @Inject
    LookingAtPictures looking;

    @Inject
    KeepingScan keeping;

    @Inject
    ScoringAgain scoringAgain;

    @Inject
    ComparingPictures comparing;

    @Inject
    Archive archive;

    @Inject
    Replaying replaying;

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
        assertThat(event.data().revision()).isEqualTo(new Revision(1, List.of()));
        assertThat(event.subject()).isEqualTo(scan.scanId().toString());
        assertThat(event.data().scan()).isEqualTo(scan);
        assertThat(event.data().versions().model()).isEqualTo("scripted-1");
        var score = event.data().containers().get(0);
        assertThat(score.mode()).isEqualTo(ScoringMode.IMAGE_AND_RULES);
        assertThat(store.exists(score.heatMap().key())).isTrue();
    }

    @Test
    void aRepeatedMessageIsNotScoredAgain() {
        var scan = stored(UUID.randomUUID());
        var next = stored(UUID.randomUUID());

        send(scan);
        send(scan);
        topics.send(RECEIVED, scan.scanId().toString(), EventCodec.write(eventOf(next)));

        topics.await(SCORED, next.scanId().toString(), 1);
        assertThat(topics.await(SCORED, scan.scanId().toString(), 1)).hasSize(1);
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

        var last = scores(scan, 1).stream()
                .filter(score -> score.scan().equals(corrected))
                .findFirst();
        var scores = last.isPresent() ? scores(scan, 1) : scores(scan, 2);
        assertThat(scores.get(scores.size() - 1).scan()).isEqualTo(corrected);
        assertThat(scores).extracting(ScanScored::scoreId).doesNotHaveDuplicates();
    }

    @Test
    void theSecondScanOfAContainerIsFoundAndTheFirstIsScoredAgain() {
        var number = number();
        var bill = "BILL-" + number;
        var origin = stored(UUID.randomUUID(), passing(number, bill, "ECGYE", SCANNED_AT));
        var arrival = stored(UUID.randomUUID(), passing(number, bill, "BEANR", SCANNED_AT.plusDays(20)));
        send(origin);
        scores(origin, 1);

        send(arrival);

        assertThat(historyOf(scores(arrival, 1).get(0))).containsExactly("other-scan");
        var again = scores(origin, 2).get(1);
        assertThat(historyOf(again)).contains("other-scan");
        assertThat(again.revision().version()).isEqualTo(2);
        assertThat(again.revision().changes()).singleElement().satisfies(change -> {
            assertThat(change.because()).isEqualTo(Because.SAME_CONTAINER);
            assertThat(change.scanId()).isEqualTo(arrival.scanId());
            assertThat(change.reason().nl()).contains("EC-1");
        });
    }

    @Test
    void whatWasPutInOnTheWayIsFoundAndBothScansAreScoredAgain() {
        var goods = Goods.loaded(1);
        var bag = new Box(0.6, 0.12, 0.06, 0.14, 1);
        var number = number();
        var origin = scanned(number, "ECGYE", SCANNED_AT, goods.scannedBy(new Scanner(WIDTH, HEIGHT, false, 1.8), 1));
        var arrival = scanned(
                number,
                "BEANR",
                SCANNED_AT.plusDays(20),
                goods.with(bag).scannedBy(new Scanner(WIDTH, HEIGHT, true, 1), 2));

        model.probability = 0.3;
        keepAll(origin);
        model.probability = 0.95;
        keepAll(arrival);

        var before = lastScored(origin);
        var after = lastScored(arrival);
        for (var scored : List.of(before, after)) {
            assertThat(historyOf(scored))
                    .containsExactlyInAnyOrder("other-scan", "pictures-changed", "changed-since-other-scan");
            assertThat(scored.revision().changes()).anySatisfy(change -> {
                assertThat(change.because()).isEqualTo(Because.PICTURES_COMPARED);
                assertThat(change.reason().nl()).contains("EC-1");
            });
        }
        var changed = after.containers().get(0).otherScan().comparison();
        assertThat(changed.result()).isEqualTo(ComparisonResult.CHANGED);
        assertThat(before.containers()
                        .get(0)
                        .otherScan()
                        .comparison()
                        .changes()
                        .get(0)
                        .region())
                .isEqualTo(changed.changes().get(0).otherRegion());
        assertThat(replaying.replay().different()).isEmpty();
    }

    @Test
    void aPictureThatIsNoLongerKeptCanNotBeCompared() {
        var number = number();
        var picture = Goods.loaded(1).scannedBy(new Scanner(WIDTH, HEIGHT, false, 1.8), 1);
        var origin = scanned(number, "ECGYE", SCANNED_AT, picture);
        var arrival = scanned(number, "BEANR", SCANNED_AT.plusDays(20), picture);
        keeping.keep(told(origin, 0), looking.look(origin, model));
        var sight = looking.look(arrival, model);
        store.delete(origin.images().get(0).raster().principal().key());

        keeping.keep(told(arrival, 0), sight);
        settle();

        assertThat(lastScored(arrival).containers().get(0).otherScan().comparison())
                .isEqualTo(ComparingPictures.notComparable(ComparisonObstacle.PICTURE_GONE));
    }

    private void keepAll(ScanReceived... scans) {
        for (var scan : scans) {
            keeping.keep(told(scan, 0), looking.look(scan, model));
        }
        settle();
    }

    /** Until nothing waits. */
    private void settle() {
        while (comparing.compareOne() || scoringAgain.scoreOne()) {
            // Another round.
        }
    }

    private ScanScored lastScored(ScanReceived scan) {
        return archive.lastScore(scan.scanId()).orElseThrow().event().data();
    }

    private ScanReceived scanned(String number, String place, OffsetDateTime at, Picture picture) {
        var id = UUID.randomUUID();
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(picture.principal()));
        return scan(
                id,
                passing(number, "BILL-" + number, place, at),
                image(id, "image-1", new DeclaredContainer(number, picture.container())));
    }

    @Test
    void whatComesInAnyOrderAndHoweverOftenEndsInTheSameScores() {
        var stories = new ArrayList<List<String>>();
        for (var order = 0; order < 3; order++) {
            // Three containers of one bill, one of them with another number at arrival, and a correction.
            var numbers = List.of(number(), number(), number());
            var bill = "BILL-" + numbers.get(0);
            var told = new ArrayList<Told>();
            for (var number : numbers) {
                told.add(told(stored(UUID.randomUUID(), passing(number, bill, "ECGYE", SCANNED_AT)), 0));
            }
            told.add(told(
                    stored(UUID.randomUUID(), passing(misread(numbers.get(1)), bill, "BEANR", SCANNED_AT.plusDays(20))),
                    1));
            var first = told.get(0).scan();
            told.add(told(
                    new ScanReceived(
                            first.scanId(),
                            first.tenant(),
                            first.caseReference(),
                            first.receivedAt(),
                            passing(numbers.get(0), bill + "-OTHER", "ECGYE", SCANNED_AT),
                            first.images(),
                            first.flags()),
                    5));
            var scans = told.stream().map(one -> one.scan().scanId()).distinct().toList();
            var messages = new ArrayList<>(told);
            if (order > 0) {
                messages.addAll(told);
                Collections.shuffle(messages, new Random(order));
            }
            messages.forEach(one -> keeping.keep(one, looking.look(one.scan(), model)));
            settle();
            stories.add(scans.stream().map(this::lastScore).toList());
        }

        assertThat(stories.get(0)).anyMatch(score -> score.contains("other-scan-number-misread"));
        assertThat(stories.get(1)).isEqualTo(stories.get(0));
        assertThat(stories.get(2)).isEqualTo(stories.get(0));
    }

    @Test
    void everyScoreComesOutAgainByteByByte() {
        var scan = stored(UUID.randomUUID());
        keeping.keep(told(scan, 0), looking.look(scan, model));

        var replay = replaying.replay();

        assertThat(replay.same()).isPositive();
        assertThat(replay.different()).isEmpty();
        assertThat(replay.ofOtherRuleBook()).isZero();
    }

    /** What it says, without what tells these containers from those of another round. */
    private String lastScore(UUID scanId) {
        var score = archive.lastScore(scanId)
                .orElseThrow()
                .event()
                .data()
                .containers()
                .get(0);
        return score.probability()
                + score.contributions().stream()
                        .map(reason -> reason.id() + " " + reason.points())
                        .toList()
                        .toString();
    }

    private static Told told(ScanReceived scan, int minutes) {
        return new Told(
                scan,
                TIME.plusMinutes(minutes),
                UUID.nameUUIDFromBytes((scan.scanId() + "/" + minutes).getBytes(StandardCharsets.UTF_8)));
    }

    private List<ScanScored> scores(ScanReceived scan, int count) {
        return topics.await(SCORED, scan.scanId().toString(), count).stream()
                .map(message -> read(message).data())
                .toList();
    }

    private static List<String> historyOf(ScanScored scored) {
        return scored.containers().get(0).contributions().stream()
                .filter(reason -> reason.source() == ContributionSource.HISTORY)
                .map(Contribution::id)
                .toList();
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
        // Longer than what follows, which happens for one scan at a time.
        model.pause = 150;
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

    /** Of a container that no other scan has to do with. */
    private ScanReceived stored(UUID id) {
        var number = number();
        return stored(id, passing(number, "BILL-" + number, "ECGYE", SCANNED_AT));
    }

    private ScanReceived stored(UUID id, Manifest manifest) {
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(raster()));
        return scan(
                id,
                manifest,
                image(id, "image-1", declared(manifest.equipment().get(0).number(), 10, 900)));
    }

    /** One of which a misread character shows: the remainders 0 and 10 have the same check digit. */
    private static String number() {
        var firstTen = "%cTSU%06d".formatted((char) ('A' + RANDOM.nextInt(26)), RANDOM.nextInt(1_000_000));
        var number = firstTen + ContainerNumber.checkDigitOf(firstTen);
        return ContainerNumber.of(misread(number)).checkDigit() == CheckDigit.CORRECT ? number() : number;
    }

    /** With another letter in front. */
    private static String misread(String number) {
        return (number.charAt(0) == 'Z' ? 'A' : (char) (number.charAt(0) + 1)) + number.substring(1);
    }

    private static Manifest passing(String number, String bill, String place, OffsetDateTime at) {
        var goods = consignment("HOUSE", 20_300.0, "bananas", number);
        var usual = manifest(List.of(reefer(number)), List.of());
        var container = usual.equipment().get(0);
        return new Manifest(
                UUID.randomUUID(),
                new Manifest.Sender("EC-SENAE", "TEST", new Manifest.Facility(place, null)),
                null,
                false,
                new Scan(at, null, place.equals("ECGYE") ? "EXPORT" : "IMPORT", null, "S-1", List.of()),
                List.of(new Equipment(
                        number,
                        "OCR",
                        container.sizeType(),
                        container.fullEmpty(),
                        List.of(new Equipment.Seal("SEAL-" + bill + number.substring(4), "H", "CARRIER")),
                        container.tareKg(),
                        container.vgmKg(),
                        container.weighbridgeKg(),
                        container.reefer())),
                usual.transport(),
                List.of(new Consignment("HOUSE", bill, null, goods.items())),
                null,
                null);
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
