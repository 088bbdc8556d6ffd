package nl.bovenstrooms.simulator.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AttenuationTest {

    /** NISTIR 5632, table 4: liquid water, which is not among the tables that the simulator computes with. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.09687", "1, 0.07072", "1.5, 0.05754", "2, 0.04942", "4, 0.03403", "6, 0.02770", "8, 0.02429"})
    void waterIsWhatTheTableSays(double energyMeV, double coefficient) {
        assertThat(Material.WATER.massAttenuation(energyMeV)).isCloseTo(coefficient, within(0.005 * coefficient));
    }

    @ParameterizedTest
    @EnumSource(value = Material.class, names = "LEAD", mode = EnumSource.Mode.EXCLUDE)
    void everyMaterialIsSoMuchWaterAndSoMuchIron(Material material) {
        for (var energy : new double[] {0.5, 1, 2, 4, 6, 8}) {
            var expected = material.massAttenuation(energy);
            var asBasis = material.waterShare() * Material.WATER.massAttenuation(energy)
                    + material.ironShare() * Basis.ironAttenuation(energy);
            assertThat(asBasis).isCloseTo(expected, within(0.02 * expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 20, 5", "2, 60, 10", "4, 100, 40", "6, 10, 100", "6, 200, 0", "8, 0, 150"})
    void oneEnergyFollowsTheLawOfBeerAndLambert(double energyMeV, float water, float iron) {
        var table = TransmissionTable.of(Spectrum.of(energyMeV));
        var expected = water * Material.WATER.massAttenuation(energyMeV) + iron * Basis.ironAttenuation(energyMeV);

        assertThat(-Math.log(table.transmission(water, iron))).isCloseTo(expected, within(0.01 * expected));
    }

    @Test
    void theMoreSteelTheHarderTheBeamThatIsLeft() {
        var table = TransmissionTable.of(Spectrum.linac(6, 10, new Detector(20)));
        var last = Double.MAX_VALUE;
        for (var steel = 10f; steel <= 200; steel += 10) {
            var perGram = -Math.log(table.transmission(0, steel)) / steel;
            assertThat(perGram).isLessThan(last);
            last = perGram;
        }
        assertThat(last).isBetween(0.029, 0.045);
    }

    @Test
    void theSofterBeamIsWeakenedMoreAndIronLessSoThanWater() {
        var high = TransmissionTable.of(Spectrum.linac(6, 10, new Detector(20)));
        var low = TransmissionTable.of(Spectrum.linac(3.5, 10, new Detector(20)));
        var ofWater = Math.log(low.transmission(60, 0)) / Math.log(high.transmission(60, 0));
        var ofIron = Math.log(low.transmission(0, 60)) / Math.log(high.transmission(0, 60));

        assertThat(ofWater).isGreaterThan(ofIron);
        assertThat(ofIron).isGreaterThan(1);
    }

    @Test
    void aHigherEndPointHasAHigherMeanEnergy() {
        var last = 0.0;
        for (var endPoint : new double[] {3, 4, 6, 9}) {
            var mean = Spectrum.linac(endPoint, 10, new Detector(20)).meanEnergyMeV();
            assertThat(mean).isBetween(last, endPoint / 2);
            last = mean;
        }
    }

    @Test
    void noiseIsNormal() {
        var noise = new Noise(42);
        var sum = 0.0;
        var squares = 0.0;
        var beyondTwo = 0;
        var count = 200_000;
        for (var index = 0; index < count; index++) {
            double value = noise.next();
            sum += value;
            squares += value * value;
            beyondTwo += Math.abs(value) > 2 ? 1 : 0;
        }
        assertThat(sum / count).isCloseTo(0, within(0.01));
        assertThat(squares / count).isCloseTo(1, within(0.02));
        assertThat(beyondTwo / (double) count).isCloseTo(0.0455, within(0.003));
    }

    @Test
    void onlyOrganicGoodsAreNearlyWater() {
        var organic = EnumSet.of(
                Material.WOOD, Material.SUGAR, Material.STARCH, Material.MEAT, Material.COTTON, Material.FRUIT);
        assertThat(organic)
                .allSatisfy(material -> assertThat(material.ironShare()).isLessThan(0.05));
        assertThat(Material.STEEL.ironShare()).isGreaterThan(0.9);
    }
}
