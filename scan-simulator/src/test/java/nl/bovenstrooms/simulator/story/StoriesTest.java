package nl.bovenstrooms.simulator.story;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.simulator.story.Truth.Change;
import org.junit.jupiter.api.Test;

class StoriesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Stories stories = new Stories(Scenarios.shipped("stories"), 1, START);

    @Test
    void theSameStoryIsToldTheSameWay() {
        var once = stories.smuggled(3);
        var again = stories.smuggled(3);

        assertThat(again.name()).isEqualTo(once.name());
        assertThat(again.scans()).hasSameSizeAs(once.scans());
        var passage = once.scans().get(0).get().passage();
        assertThat(again.scans().get(0).get().passage().manifestJson()).isEqualTo(passage.manifestJson());
    }

    @Test
    void everyWayOfSmugglingHappens() {
        var methods = LongStream.range(0, 200)
                .mapToObj(index -> stories.smuggled(index).smuggling())
                .toList();

        assertThat(methods).containsAll(Arrays.asList(Smuggling.values()));
    }

    @Test
    void anHonestStoryHoldsNothing() {
        var story = stories.honest(2);

        assertThat(story.smuggling()).isNull();
        assertThat(story.scans().get(0).get().passage().truth().holdsThreat()).isFalse();
    }

    @Test
    void whatIsAddedUnderwayIsInTheSecondScanOnly() {
        var story = LongStream.range(0, 200)
                .mapToObj(stories::smuggled)
                .filter(candidate -> candidate.smuggling() == Smuggling.RIP_ON_UNDERWAY
                        && candidate.scans().size() == 2)
                .findFirst()
                .orElseThrow();
        var origin = story.scans().get(0).get().passage();
        var arrival = story.scans().get(1).get().passage();

        assertThat(origin.truth().holdsThreat()).isFalse();
        assertThat(arrival.truth().holdsThreat()).isTrue();
        assertThat(arrival.truth().changes()).contains(Change.THREAT_ADDED);
        assertThat(arrival.truth().originScanId()).isEqualTo(origin.scanId());
        assertThat(bills(arrival.manifest())).isEqualTo(bills(origin.manifest()));
        assertThat(Duration.between(at(origin.manifest()), at(arrival.manifest())))
                .isGreaterThan(Duration.ofDays(14));
    }

    @Test
    void anAmendedManifestTakesThePlaceOfTheFirst() {
        var shipped = Scenarios.shipped("stories");
        var always = new Scenario(
                shipped.title(), shipped.sources(), shipped.arrivals(), Map.of(Twist.AMENDED, 1.0), List.of());
        var scan = new Stories(always, 1, START).honest(0).scans().get(0).get();
        var before = requireNonNull(scan.before());
        var latest = scan.passage().manifest();

        assertThat(latest.correctionOf()).isEqualTo(before.messageId());
        assertThat(latest.consignments()).isNotEqualTo(before.consignments());
    }

    private static List<String> bills(Manifest manifest) {
        return manifest.consignments().stream()
                .map(bill -> String.valueOf(bill.documentNumber()))
                .toList();
    }

    private static Instant at(Manifest manifest) {
        return requireNonNull(requireNonNull(manifest.scan()).occurredAt()).toInstant();
    }
}
