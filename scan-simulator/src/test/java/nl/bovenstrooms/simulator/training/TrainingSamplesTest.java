package nl.bovenstrooms.simulator.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.junit.jupiter.api.Test;

class TrainingSamplesTest {

    private static final TrainingSpec SMALL = TrainingSpec.of(256, 96);

    @Test
    void theSameSeedGivesTheSameSample() {
        for (var seed = 0; seed < 6; seed++) {
            var one = new TrainingSamples(SMALL).sample(seed);
            var other = new TrainingSamples(SMALL).sample(seed);
            assertThat(one.principal().samples()).isEqualTo(other.principal().samples());
            assertThat(one.threat()).isEqualTo(other.threat());
            assertThat(one.truth()).isEqualTo(other.truth());
            assertThat(one.hidden()).isEqualTo(other.hidden());
        }
    }

    @Test
    void aContainerIsDrawnEvenWhereTheLoadCameOutSoSmallThatNothingIsThere() {
        assertThat(new TrainingSamples(SMALL).sample(72061992085733478L).truth().loadKg())
                .isZero();
    }

    @Test
    void aboutHalfHoldContrabandAndOnlyTheyHaveAMask() {
        var samples = new TrainingSamples(SMALL);
        var holding = 0;
        for (var seed = 0; seed < 80; seed++) {
            var sample = samples.sample(seed);
            holding += sample.holdsThreat() ? 1 : 0;
            var pixels = 0;
            for (var pixel : sample.threat()) {
                pixels += pixel;
            }
            assertThat(pixels > 0).as("seed %d", seed).isIn(sample.holdsThreat(), false);
        }
        assertThat(holding).isBetween(25, 52);
    }

    @Test
    void eachWayOverTheWireHasItsBitsAndEnergies() {
        var samples = new TrainingSamples(SMALL);
        var seen = EnumSet.noneOf(ImagePath.class);
        for (var seed = 0; seed < 60; seed++) {
            var sample = samples.sample(seed);
            var path = sample.truth().path();
            seen.add(path);
            assertThat(sample.principal().bits()).isEqualTo(path == ImagePath.BASE_CASE ? 8 : 16);
            assertThat(sample.low() != null).isEqualTo(path == ImagePath.TWO_ENERGIES);
        }
        assertThat(seen).containsExactlyInAnyOrder(ImagePath.values());
    }

    @Test
    void whatIsHeldOutIsNotSeen() {
        var samples = new TrainingSamples(SMALL.withoutFamilies(Set.of(ScannerFamily.MOBILE_4, ScannerFamily.RAIL_9))
                .withoutLoads(Set.of(LoadKind.TYRES))
                .withThreatShare(0));
        for (var seed = 0; seed < 40; seed++) {
            var sample = samples.sample(seed);
            assertThat(sample.truth().family()).isNotIn(ScannerFamily.MOBILE_4, ScannerFamily.RAIL_9);
            assertThat(sample.truth().load()).isNotEqualTo(LoadKind.TYRES);
            assertThat(sample.holdsThreat()).isFalse();
        }
    }

    @Test
    void aSpecThatCanNotBeMetIsRefused() {
        assertThatThrownBy(() -> TrainingSpec.of(10, 10)).hasMessageContaining("64 x 32");
        assertThatThrownBy(() -> SMALL.withThreatShare(2)).hasMessageContaining("0 to 1");
        assertThatThrownBy(() -> SMALL.withLoads(Set.of())).hasMessageContaining("at least one");
    }

    @Test
    void twinsShowTheSamePlaceWithAndWithoutContraband() {
        var samples = new TrainingSamples(SMALL);
        var compared = 0;
        for (var seed = 0; seed < 40; seed++) {
            var twins = samples.twins(seed, 96, 48, 10);
            if (twins.isEmpty()) {
                continue;
            }
            var clean = twins.get().clean();
            var loaded = twins.get().loaded();
            assertThat(loaded.principal().width()).isEqualTo(96);
            assertThat(loaded.principal().height()).isEqualTo(48);
            assertThat(clean.holdsThreat()).isFalse();
            assertThat(loaded.hidden().visibility()).isGreaterThanOrEqualTo(10);
            assertThat(loaded.truth()).isEqualTo(clean.truth());
            compared++;
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    void anyPartIsCleanAndHasTheSizeThatWasAskedFor() {
        var part = new TrainingSamples(SMALL).anyPart(7, 80, 40);
        assertThat(part.holdsThreat()).isFalse();
        assertThat(part.principal().width()).isEqualTo(80);
        assertThat(part.principal().height()).isEqualTo(40);
    }
}
