package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.RECEIVED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.SCANNED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Equipment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.manifest.Transport;
import nl.bovenstrooms.outbox.UnheardOutbox;
import nl.bovenstrooms.scoring.history.LoadGrid;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import nl.bovenstrooms.scoring.scan.Rehearsing.Evidence;
import nl.bovenstrooms.scoring.scan.Rehearsing.Rehearsed;

/**
 * Scans of a small world in which much has to do with much: few numbers, bills, seals, companies and places. However its messages are
 * shuffled, repeated and delayed, all scans end with the same scores.
 */
class AnyOrderTest {

    private static final ActiveRuleBook RULES = ActiveRuleBook.shipped(false);
    private static final List<String> NUMBERS = List.of("MSCU1234566", "MSCU1234567", "TCLU7654320", "MSCU6639871");
    private static final List<String> PLACES = List.of("ECGYE", "BEANR", "NLRTM");
    private static final List<String> GOODS = List.of("080390", "440711", "740400");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    @Property(tries = 50)
    void endsInTheSameScores(@ForAll long world, @ForAll long order) {
        var messages = messages(new Random(world));
        var told = new Random(order);
        var delayed = new ArrayList<>(messages);
        for (var repeats = told.nextInt(messages.size()); repeats > 0; repeats--) {
            delayed.add(messages.get(told.nextInt(messages.size())));
        }
        Collections.shuffle(delayed, told);

        assertThat(scores(delayed, told)).isEqualTo(scores(messages, new Random(world)));
    }

    /** What is measured on simulated stories is what the service would say of them. */
    @Property(tries = 20)
    void aRehearsalEndsInThem(@ForAll long world) {
        var messages = messages(new Random(world));
        var archive = new InMemoryArchive();
        var scores = scores(messages, new Random(world), archive);
        var scans = scores.keySet().stream()
                .map(scanId -> new Rehearsed(Archive.json(archive.find(scanId).orElseThrow())))
                .toList();

        assertThat(Rehearsing.judge(scans, List.of(), RULES.get(), Evidence.PAST, Duration.ofDays(1_000)))
                .isEqualTo(List.copyOf(scores.values()));
    }

    /** Or the property would be true of nothing. */
    @Example
    void muchHasToDoWithMuch() {
        var reasons = new TreeSet<String>();
        for (var world = 0; world < 60; world++) {
            scores(messages(new Random(world)), new Random(world)).values().forEach(containers -> containers.stream()
                    .flatMap(container -> container.contributions().stream())
                    .map(Contribution::id)
                    .forEach(reasons::add));
        }

        assertThat(reasons)
                .contains(
                        "other-scan",
                        "other-scan-number-misread",
                        "odd-one-in-lot",
                        "seal-in-use-elsewhere",
                        "seal-changed-underway",
                        "number-in-use-elsewhere",
                        "other-size-type-before",
                        "goods-amended-afterwards",
                        "first-shipment-of-pair",
                        "unusual-goods-for-company");
    }

    /** @param pauses after which of the messages there is time to score again what waits */
    private static Map<UUID, List<ContainerScore>> scores(List<Told> messages, Random pauses) {
        return scores(messages, pauses, new InMemoryArchive());
    }

    private static Map<UUID, List<ContainerScore>> scores(List<Told> messages, Random pauses, InMemoryArchive archive) {
        var metrics = new ScoringMetrics(new SimpleMeterRegistry());
        var keeping = new KeepingScan(archive, new JudgingScan(RULES, metrics), new UnheardOutbox(), metrics, CLOCK);
        var scoringAgain = new ScoringAgain(keeping, CLOCK);
        for (var message : messages) {
            keeping.keep(message, sight(message.scan()));
            for (var again = pauses.nextInt(3); again > 0; again--) {
                scoringAgain.scoreOne();
            }
        }
        var isWaiting = true;
        while (isWaiting) {
            isWaiting = scoringAgain.scoreOne();
        }
        var scores = new TreeMap<UUID, List<ContainerScore>>();
        messages.forEach(message -> scores.put(
                message.scan().scanId(),
                archive.lastScore(message.scan().scanId())
                        .orElseThrow()
                        .event()
                        .data()
                        .containers()));
        return scores;
    }

    /** Of some scans, each told of once, twice or three times. */
    private static List<Told> messages(Random world) {
        var messages = new ArrayList<Told>();
        for (var scan = 0; scan < 6 + world.nextInt(10); scan++) {
            var scanId = new UUID(7, scan);
            for (var message = 0; message <= world.nextInt(3); message++) {
                messages.add(new Told(
                        new ScanReceived(
                                scanId,
                                "EC-SENAE",
                                "EC-" + scan,
                                RECEIVED_AT,
                                manifest(world),
                                List.of(Examples.image(scanId, "image-1")),
                                List.of()),
                        RECEIVED_AT.plusMinutes(world.nextInt(4)),
                        new UUID(8, 10L * scan + message)));
            }
        }
        return messages;
    }

    private static Manifest manifest(Random world) {
        var numbers = world.nextInt(4) == 0 ? any(NUMBERS, world, 2) : any(NUMBERS, world, 1);
        var hours = world.nextInt(3) == 0 ? world.nextInt(60) : 24 * world.nextInt(40);
        var at = SCANNED_AT.plusHours(hours);
        return new Manifest(
                null,
                new Manifest.Sender("EC-SENAE", "X", new Manifest.Facility(any(PLACES, world), "T1")),
                null,
                false,
                new Scan(at, null, "EXPORT", null, "S-1", List.of()),
                numbers.stream()
                        .map(number -> new Equipment(
                                number,
                                "OCR",
                                world.nextInt(4) == 0 ? "22G1" : "45R1",
                                "FULL",
                                List.of(new Equipment.Seal("S" + world.nextInt(4), "H", "CARRIER")),
                                4600.0,
                                24_900.0,
                                24_000.0 + 500 * world.nextInt(3),
                                null))
                        .toList(),
                new Transport(
                        "940000" + world.nextInt(2),
                        "EXAMPLE",
                        "1",
                        "CARRIER",
                        "ECGYE",
                        List.of(),
                        "BEANR",
                        null,
                        null,
                        null),
                IntStream.rangeClosed(0, world.nextInt(2))
                        .mapToObj(number -> consignment(world, numbers))
                        .toList(),
                null,
                null);
    }

    private static Consignment consignment(Random world, List<String> numbers) {
        var company = JsonNodeFactory.instance;
        return new Consignment(
                world.nextBoolean() ? "MASTER" : "HOUSE",
                "BILL-" + world.nextInt(7),
                new Consignment.Parties(
                        company.objectNode().put("name", "Sender " + world.nextInt(2)),
                        company.objectNode().put("name", "Receiver " + world.nextInt(5) / 4)),
                List.of(new Consignment.Item(
                        world.nextInt(8) == 0 ? any(GOODS, world) : GOODS.get(0),
                        null,
                        "goods",
                        null,
                        20_000.0,
                        numbers)));
    }

    private static <T> T any(List<T> all, Random world) {
        return all.get(world.nextInt(all.size()));
    }

    private static List<String> any(List<String> all, Random world, int count) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, world);
        return shuffled.subList(0, count);
    }

    /** A picture of a scan stays what it is; one load in six is another one, and one in four was seen by another model. */
    private static Sight sight(ScanReceived scan) {
        var number = (int) scan.scanId().getLeastSignificantBits();
        var samples = new short[64 * 16];
        var isOther = number % 6 == 0;
        Arrays.fill(samples, (short) (isOther ? 20 : 110 + number % 5));
        var embedding = new float[64];
        embedding[isOther ? 1 : 0] = 1;
        var region = new Region(0, 0, 64, 16);
        var seen = new Seen(
                0.2 + 0.01 * number,
                List.of(),
                "BANANAS",
                0.95,
                0.02,
                Map.of("BANANAS", 0.95, "EMPTY", 0.02),
                20_000.0,
                0.01,
                1.0,
                0.8,
                embedding,
                new Raster(2, 1, 8, new short[2]));
        var grid = LoadGrid.of(new Raster(64, 16, 8, samples), region);
        return new Sight(
                "m",
                number % 4 == 0 ? "d" : "e",
                Map.of("image-1", List.of(new Spot("image-1", region, new Answered(seen), null, grid))));
    }
}
