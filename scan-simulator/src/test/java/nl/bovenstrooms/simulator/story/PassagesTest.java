package nl.bovenstrooms.simulator.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import nl.bovenstrooms.contracts.container.CheckDigit;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.contracts.place.UnLocode;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static final Instant START = Instant.parse("2026-11-24T06:00:00Z");
    private static List<Passage> demo;

    @BeforeAll
    static void makeTheOpeningOfTheDemo() throws Exception {
        demo = passages().first(7).toList();
    }

    private static Passages passages() {
        return new Passages(Scenarios.shipped("demo"), 1, START);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        var again = passages().at(4);

        assertThat(again.scanId()).isEqualTo(demo.get(4).scanId());
        assertThat(again.manifestJson()).isEqualTo(demo.get(4).manifestJson());
        assertThat(again.images()).hasSameSizeAs(demo.get(4).images());
        for (var index = 0; index < again.images().size(); index++) {
            assertThat(again.images().get(index).bytes())
                    .isEqualTo(demo.get(4).images().get(index).bytes());
        }
    }

    @Test
    void theManifestIsOneThatIngestTakes() throws Exception {
        for (var passage : demo) {
            var manifest = EventCodec.mapper().readValue(passage.manifestJson(), Manifest.class);
            assertThat(manifest).isEqualTo(passage.manifest());
            assertThat(Objects.requireNonNull(manifest.sender()).authority()).isEqualTo(passage.authority());
            var scan = Objects.requireNonNull(manifest.scan());
            assertThat(scan.images()).hasSameSizeAs(passage.images());
            for (var index = 0; index < scan.images().size(); index++) {
                var file = passage.images().get(index);
                assertThat(scan.images().get(index).part()).isEqualTo(file.part());
                assertThat(scan.images().get(index).mediaType()).isEqualTo(file.mediaType());
                assertThat(scan.images().get(index).sha256()).isEqualTo(sha256(file.bytes()));
            }
            var transport = Objects.requireNonNull(manifest.transport());
            assertThat(UnLocode.of(Objects.requireNonNull(transport.portOfLoading()))
                            .isKnown())
                    .isTrue();
            assertThat(UnLocode.of(Objects.requireNonNull(transport.portOfDischarge()))
                            .isKnown())
                    .isTrue();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void baseCasePicturesHave800RowsAndAtMost400Kilobytes() {
        var jpegs = demo.stream()
                .flatMap(passage -> passage.images().stream())
                .filter(image -> image.mediaType().equals("image/jpeg"))
                .toList();
        assertThat(jpegs).isNotEmpty().allSatisfy(image -> {
            assertThat(image.bytes()).hasSizeLessThanOrEqualTo(400_000);
            assertThat(PictureFile.read(image.bytes()).orElseThrow().height()).isEqualTo(800);
        });
    }

    @Test
    void theTruthLiesInThePicture() {
        for (var passage : demo) {
            var truth = passage.truth();
            var picture = PictureFile.read(passage.images().get(0).bytes()).orElseThrow();
            assertThat(picture.width()).isEqualTo(truth.width());
            assertThat(picture.height()).isEqualTo(truth.height());
            for (var container : truth.containers()) {
                assertThat(container.region().fitsIn(truth.width(), truth.height()))
                        .isTrue();
                assertThat(container.region().height()).isGreaterThan(truth.height() / 4);
                var threat = container.threat();
                if (threat != null) {
                    assertThat(threat.pixels()).isPositive();
                    assertThat(threat.region().fitsIn(truth.width(), truth.height()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void whatIsNotALieIsTrue() {
        for (var passage : demo) {
            for (var index = 0; index < passage.truth().containers().size(); index++) {
                var truth = passage.truth().containers().get(index);
                var declared = passage.manifest().equipment().get(index);
                var gross = truth.grossKg();
                assertThat(Objects.requireNonNull(declared.weighbridgeKg())).isCloseTo(gross, within(0.015 * gross));
                if (passage.truth().twists().isEmpty()) {
                    assertThat(declared.number()).isEqualTo(truth.number());
                    assertThat(Objects.requireNonNull(declared.vgmKg())).isCloseTo(gross, within(0.03 * gross));
                }
            }
        }
    }

    @Test
    void theOpeningOfTheDemoShowsWhatItPromises() {
        assertThat(demo.get(1).truth().containers()).hasSize(2);
        assertThat(demo.get(1).manifest().equipment()).hasSize(2);
        assertThat(demo.get(2).truth().holdsThreat()).isTrue();
        assertThat(ContainerNumber.of(Objects.requireNonNull(
                                demo.get(5).manifest().equipment().get(0).number()))
                        .checkDigit())
                .isEqualTo(CheckDigit.WRONG);
        assertThat(Objects.requireNonNull(demo.get(6).manifest().transport()).loadingCutOff())
                .isNull();
    }

    @Test
    void aPairIsTheSameContainerAtTwoPortsWithSomethingChanged() {
        var origin = demo.get(3);
        var arrival = demo.get(4);

        assertThat(arrival.truth().originScanId()).isEqualTo(origin.scanId());
        assertThat(arrival.manifest().equipment().get(0).number())
                .isEqualTo(origin.manifest().equipment().get(0).number());
        assertThat(arrival.manifest().equipment().get(0).seals())
                .isNotEqualTo(origin.manifest().equipment().get(0).seals());
        assertThat(arrival.truth().changes()).contains(Truth.Change.SEAL_CHANGED, Truth.Change.LOAD_SHIFTED);
        assertThat(arrival.truth().holdsThreat()).isNotEqualTo(origin.truth().holdsThreat());
        assertThat(arrival.authority()).isEqualTo("BE-AADA");
        assertThat(Objects.requireNonNull(arrival.manifest().scan()).direction())
                .isEqualTo("IMPORT");
    }

    /** Or it would be at two places at one time. */
    @Test
    void betweenTheTwoScansOfAPairLiesTheirVoyage() {
        var origin = demo.get(3).manifest();
        var arrival = demo.get(4).manifest();
        var departure = Objects.requireNonNull(
                Objects.requireNonNull(origin.transport()).etd());

        assertThat(Objects.requireNonNull(arrival.transport()).etd()).isEqualTo(departure);
        assertThat(Objects.requireNonNull(origin.scan()).occurredAt()).isBefore(departure);
        assertThat(Objects.requireNonNull(arrival.scan()).occurredAt()).isAfter(departure.plusDays(10));
    }

    @Test
    void deadlinesLieAheadOfADeparture() {
        var arrived =
                demo.stream().map(passage -> passage.truth().originScanId()).toList();
        for (var passage : demo) {
            if (arrived.contains(passage.scanId())) {
                continue;
            }
            var scan = Objects.requireNonNull(passage.manifest().scan());
            var transport = Objects.requireNonNull(passage.manifest().transport());
            var scanned = Objects.requireNonNull(scan.occurredAt()).toInstant();
            assertThat(Duration.between(scanned, START)).isBetween(Duration.ZERO, Duration.ofHours(1));
            if (passage.truth().originScanId() == null) {
                assertThat(Objects.requireNonNull(transport.etd()).toInstant()).isAfter(START);
                assertThat(Objects.requireNonNull(transport.eta()).toInstant())
                        .isAfter(START.plus(Duration.ofDays(10)));
            }
        }
    }

    @Test
    void aSecondViewComesWithItsRole() {
        var evaluation = new Passages(Scenarios.shipped("evaluation"), 1, START);
        var planning = new Planning(
                Scenarios.shipped("evaluation"),
                new Chance(1)
                        .of("passages of " + Scenarios.shipped("evaluation").title())
                        .of("plan"));
        var index = LongStream.range(0, 50)
                .filter(each -> planning.plan(each).origin() == null
                        && planning.plan(each).shipment().source().hasTwoViews())
                .findFirst()
                .orElseThrow();
        var scan = Objects.requireNonNull(evaluation.at(index).manifest().scan());

        assertThat(Objects.requireNonNull(scan.device()).views()).isEqualTo(2);
        assertThat(scan.images())
                .extracting(Scan.Image::role)
                .startsWith("PRIMARY")
                .endsWith("SECOND_VIEW");
    }
}
