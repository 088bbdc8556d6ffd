package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.RECEIVED_AT;
import static nl.bovenstrooms.scoring.scan.Examples.SECOND_NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.declared;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.raster;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored.ChangeKind;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonObstacle;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.PictureChange;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.ScoringConfiguration;
import nl.bovenstrooms.scoring.comparison.Comparing;
import nl.bovenstrooms.scoring.history.Encounter;
import nl.bovenstrooms.scoring.history.Past;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.Engine;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.rules.Facts.History;
import nl.bovenstrooms.scoring.rules.Facts.Lot;
import nl.bovenstrooms.scoring.rules.Facts.OtherScan;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.rules.RuleBookReader;
import nl.bovenstrooms.scoring.rules.WeighedRules;
import nl.bovenstrooms.scoring.scan.Archive.Basis;
import nl.bovenstrooms.scoring.scan.JudgingScan.Judgement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgingScanTest {

    /** Weights change with every fit; what is tried here does not depend on them. */
    private static final RuleBook BY_THE_BOOK = RuleBookReader.shipped().with(WeighedRules.BY_THE_BOOK);

    private final UUID id = UUID.fromString("00000000-0000-4000-8000-0000000000bb");
    private final ScriptedModel model = new ScriptedModel();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    private Path folder;

    private ImageStore store;

    @BeforeEach
    void openStore() {
        store = ImageStore.inFolder(folder);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aContainerWithAPictureHasAllOfIt() {
        var scored = score(bananas()).containers().get(0);

        assertThat(scored.containerNumber()).isEqualTo(NUMBER);
        assertThat(scored.imageId()).isEqualTo("image-1");
        assertThat(scored.region()).isEqualTo(declared(NUMBER, 10, 900).region());
        assertThat(scored.mode()).isEqualTo(ScoringMode.IMAGE_AND_RULES);
        assertThat(scored.findings()).hasSize(1).first().matches(finding -> finding.probability() == 0.812);
        assertThat(scored.contributions())
                .extracting(Contribution::id)
                .containsExactly("image-model", "finding-at-end-of-reefer", "fruit-from-south-and-central-america");
        // log(0.9 / 0.1) = 2.20 of the picture, 0.9 and 0.7 of the rules: 3.80
        assertThat(scored.contributions()).extracting(Contribution::points).containsExactly(2.2, 0.9, 0.7);
        assertThat(scored.score()).isEqualTo(0.978119);
        assertThat(scored.probability()).isEqualTo(0.11856);
        assertThat(scored.contributions()).allSatisfy(contribution -> {
            assertThat(contribution.reason().nl()).isNotBlank();
            assertThat(contribution.reason().en()).isNotBlank();
        });
    }

    @Test
    void keepsTheHeatMapBesideTheScan() {
        var heatMap = score(bananas()).containers().get(0).heatMap();

        assertThat(heatMap.key()).startsWith("EC-SENAE/%s/heat/".formatted(id));
        var map = RasterCodec.decode(store.get(heatMap.key()), heatMap.width(), heatMap.height(), 8);
        assertThat(map.at(7, 0)).isEqualTo(raster().at(10, 20));
    }

    @Test
    void theSameScanGivesTheSameScores() {
        var scan = bananas();

        assertThat(score(scan)).isEqualTo(score(scan));
    }

    @Test
    void anotherScanOfTheContainerIsToldAndCountsForNothing() {
        var scan = bananas();

        var score = judged(scan, scannedBefore()).containers().get(0);

        assertThat(score.score()).isEqualTo(score(scan).containers().get(0).score());
        assertThat(score.contributions())
                .filteredOn(reason -> reason.source() == ContributionSource.HISTORY)
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.points()).isZero();
                    assertThat(reason.reason().nl()).contains("BR-7, Guayaquil, 24-11-2026", "MSCU1234567");
                });
    }

    @Test
    void whatChangedBetweenTheTwoPicturesCountsByTheRulesAndIsShown() {
        var scan = bananas();
        var change =
                new PictureChange(ChangeKind.ADDED, new Region(20, 30, 40, 50), new Region(60, 70, 80, 90), 7.1, 0.93);
        var comparison =
                new PictureComparison(ComparisonResult.CHANGED, null, 0.93, List.of(change), Comparing.VERSION);

        var score = judged(scan, scannedBefore().with(comparison)).containers().get(0);

        assertThat(score.otherScan()).isNotNull().satisfies(other -> {
            assertThat(other.caseReference()).isEqualTo("BR-7");
            assertThat(other.earlier()).isTrue();
            assertThat(other.comparison()).isEqualTo(comparison);
        });
        assertThat(score.contributions())
                .filteredOn(reason -> reason.id().equals("changed-since-other-scan"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.points()).isEqualTo(2.0));
        assertThat(score.contributions())
                .filteredOn(reason -> reason.id().equals("pictures-changed"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.points()).isZero();
                    assertThat(reason.reason().nl()).contains("erbij 1, weg 0, verplaatst 0 (zekerheid 93%)");
                    assertThat(reason.reason().en()).contains("added 1, removed 0, moved 0 (certainty 93%)");
                });
    }

    @ParameterizedTest
    @EnumSource(ComparisonObstacle.class)
    void picturesThatCanNotBeComparedCountForNothingAndSayWhy(ComparisonObstacle obstacle) {
        var scan = bananas();
        var past = scannedBefore().with(ComparingPictures.notComparable(obstacle));

        var score = judged(scan, past).containers().get(0);

        assertThat(score.score()).isEqualTo(score(scan).containers().get(0).score());
        assertThat(score.contributions())
                .filteredOn(reason -> reason.id().equals("pictures-not-comparable"))
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.reason().nl()).matches(".*niet te vergelijken: .{20,}\\.");
                    assertThat(reason.reason().en()).matches(".*can't be compared: .{20,}\\.");
                });
    }

    private static Past scannedBefore() {
        var encounter = new Encounter(
                UUID.randomUUID(),
                0,
                "BR-7",
                Instant.parse("2026-11-24T12:00:00Z"),
                "ECGYE",
                "MSCU1234567",
                false,
                true,
                null);
        return new Past(Lot.UNKNOWN, OtherScan.NONE, History.UNKNOWN, encounter, null);
    }

    @Test
    void aModelThatFailsOnceIsAskedAgain() {
        model.failing.set(2);

        var scored = score(bananas()).containers().get(0);

        assertThat(scored.mode()).isEqualTo(ScoringMode.IMAGE_AND_RULES);
        assertThat(model.looks).hasValue(3);
    }

    @Test
    void aBrokenModelLeavesTheRules() {
        model.failing.set(-1);

        var scored = score(bananas());

        assertThat(model.looks).hasValue(3);
        assertThat(scored.versions().model()).isNull();
        assertThat(scored.versions().modelDigest()).isNull();
        assertThat(scored.containers().get(0).mode()).isEqualTo(ScoringMode.RULES_ONLY);
        assertThat(scored.containers().get(0).heatMap()).isNull();
        assertThat(scored.containers().get(0).region()).isNotNull();
        assertThat(scored.containers().get(0).contributions()).anySatisfy(contribution -> {
            assertThat(contribution.source()).isEqualTo(ContributionSource.IMAGE);
            assertThat(contribution.points()).isZero();
            assertThat(contribution.reason().nl()).contains("alleen op de regels");
        });
        assertThat(registry.counter("bovenstrooms.scoring.model.failures").count())
                .isEqualTo(1);
    }

    @Test
    void aModelThatCrashesIsNotAskedAgain() {
        model.broken = new IllegalStateException("a bug");

        assertThat(score(bananas()).containers().get(0).mode()).isEqualTo(ScoringMode.RULES_ONLY);
        assertThat(model.looks).hasValue(1);
    }

    @Test
    void anUnreadablePictureIsToldAndCounts() {
        model.obstacle = Obstacle.TOO_DARK;

        var scored = score(bananas());

        assertThat(scored.versions().model()).isEqualTo("scripted-1");
        assertThat(scored.containers().get(0).mode()).isEqualTo(ScoringMode.RULES_ONLY);
        assertThat(scored.containers().get(0).contributions())
                .extracting(Contribution::id)
                .contains("image-not-readable", "picture-can-not-be-judged");
    }

    @Test
    void aContainerThatNoPictureShowsIsScoredByRulesAlone() {
        var scan = scan(
                id,
                manifest(reefer(NUMBER), reefer(SECOND_NUMBER)),
                bananas().images().get(0));

        var scored = score(scan).containers();

        assertThat(scored).hasSize(2);
        assertThat(scored.get(1).containerNumber()).isEqualTo(SECOND_NUMBER);
        assertThat(scored.get(1).imageId()).isNull();
        assertThat(scored.get(1).mode()).isEqualTo(ScoringMode.RULES_ONLY);
        assertThat(scored.get(1).contributions()).extracting(Contribution::id).contains("image-container-not-found");
    }

    @Test
    void aCleanPictureDoesNotSilenceTheRules() {
        model.probability = 0.001;

        var contributions = score(bananas()).containers().get(0).contributions();

        assertThat(contributions.get(contributions.size() - 1).id()).isEqualTo("image-model");
        assertThat(contributions.get(contributions.size() - 1).points()).isEqualTo(-2.5);
    }

    @Test
    void aMissingPictureIsToldAfterSomeTries() {
        var scan = scan(id, manifest(reefer(NUMBER)), image(id, "image-9", declared(NUMBER, 10, 900)));

        assertThatThrownBy(() -> score(scan))
                .isInstanceOf(ScanNotScorable.class)
                .hasMessageContaining("EC-SENAE/%s/raster/image-9-SINGLE".formatted(id));
    }

    @Test
    void aDamagedPictureIsTold() {
        var scan = bananas();
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), "no raster".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> score(scan))
                .isInstanceOf(ScanNotScorable.class)
                .hasMessageContaining("damaged");
    }

    private ScanReceived bananas() {
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(raster()));
        return scan(id, manifest(reefer(NUMBER)), image(id, "image-1", declared(NUMBER, 10, 900)));
    }

    private Judgement score(ScanReceived scan) {
        return judged(scan, new Past(Lot.UNKNOWN, OtherScan.NONE, History.UNKNOWN, null, null));
    }

    private Judgement judged(ScanReceived scan, Past past) {
        var metrics = new ScoringMetrics(registry);
        var pictures = new Pictures(store, new Impatient());
        var looking = new LookingAtPictures(pictures, new ContainerFinder(), metrics, new Impatient());
        var sight = looking.look(scan, model);
        var known = new KnownScan(null, new Told(scan, RECEIVED_AT, id), sight);
        var pasts = Collections.nCopies(Matching.containers(scan, sight.spots()).size(), past);
        return new JudgingScan(ActiveRuleBook.of(BY_THE_BOOK), metrics).judge(new Basis(known, pasts));
    }

    /** The settings, without waiting. */
    private static final class Impatient
            implements ScoringConfiguration,
                    ScoringConfiguration.Model,
                    ScoringConfiguration.Rules,
                    ScoringConfiguration.Pictures,
                    ScoringConfiguration.Archive {

        @Override
        public int workers() {
            return 1;
        }

        @Override
        public Model model() {
            return this;
        }

        @Override
        public Rules rules() {
            return this;
        }

        @Override
        public ScoringConfiguration.Archive archive() {
            return this;
        }

        @Override
        public Duration watch() {
            return Duration.ofSeconds(10);
        }

        @Override
        public boolean twoPersons() {
            return false;
        }

        @Override
        public Duration againEvery() {
            return Duration.ofSeconds(1);
        }

        @Override
        public ScoringConfiguration.Pictures pictures() {
            return this;
        }

        @Override
        public Optional<Path> folder() {
            return Optional.empty();
        }

        @Override
        public Engine engine() {
            return Engine.PYTORCH;
        }

        @Override
        public Optional<Path> shadow() {
            return Optional.empty();
        }

        @Override
        public int attempts() {
            return 3;
        }

        @Override
        public Duration pause() {
            return Duration.ZERO;
        }

        @Override
        public long mostPixels() {
            return 10_000_000;
        }

        @Override
        public int missingAttempts() {
            return 2;
        }

        @Override
        public int unavailableAttempts() {
            return 2;
        }
    }
}
