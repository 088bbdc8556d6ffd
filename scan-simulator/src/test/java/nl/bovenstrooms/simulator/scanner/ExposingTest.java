package nl.bovenstrooms.simulator.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.scanner.ScannerModel.Beam;
import nl.bovenstrooms.simulator.scanner.ScannerModel.Faults;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.HidingPlace;
import nl.bovenstrooms.simulator.scene.Layer;
import nl.bovenstrooms.simulator.scene.Load;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Solid;
import nl.bovenstrooms.simulator.scene.Vehicle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposingTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 200;

    private static ScannerModel scanner(double photons, double scatter, Faults faults) {
        return new ScannerModel(
                "T-1", ScannerFamily.PORTAL_6_4, 2.2, 2.1, 0, new Beam(6, 4, 12, 20, photons, scatter), faults);
    }

    private static View view() {
        return new View(WIDTH, HEIGHT, new View.Stand(2.2, 0.9, 0), new View.Window(-0.2, 6.3, 3, 0), View.Motion.EVEN);
    }

    /** Nothing but a slab of water that fills the picture, so that every ray goes through nearly the same. */
    private static Scene slab(double thickness) {
        var water = new Solid.Block(Layer.LOAD, Material.WATER, 1, -1, 8, 0, thickness, -5, 9);
        var load = new Load(LoadKind.EMPTY, List.of(water), water.mass(), 1, 1);
        var container = new Container(BoxType.DRY_20, List.of(), load, List.of(), null);
        return new Scene(Vehicle.BARE, 1.2, List.of(), List.of(new Scene.Placed(container, 0, false, false)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.6, 1.2})
    void theVarianceOfTheSignalIsTransmissionDividedByPhotons(double thickness) {
        var photons = 20_000;
        var exposure = new Exposing(scanner(photons, 0, Faults.NONE)).of(slab(thickness), view(), new Chance(5));
        for (var row : new int[] {40, 100, 150}) {
            var sum = 0.0;
            var squares = 0.0;
            var count = 0;
            for (var column = 0; column < WIDTH; column++) {
                for (var near = row; near < row + 4; near++) {
                    // Neighbouring rows go through a little more or less: differences take that out.
                    var value = exposure.high()[column * HEIGHT + near];
                    var difference = value - exposure.high()[(column + 1) % WIDTH * HEIGHT + near];
                    sum += value;
                    squares += difference * difference / 2;
                    count++;
                }
            }
            var mean = sum / count;
            assertThat(squares / count).isCloseTo(mean / photons, within(0.12 * mean / photons));
        }
    }

    @Test
    void withoutLightThereIsElectronicNoiseAndScatterOnly() {
        var faults = new Faults(0.001, 0, 0, 0, 0, 0);
        var exposure = new Exposing(scanner(1e5, 0.01, faults)).of(slab(6), view(), new Chance(5));
        var sum = 0.0;
        var squares = 0.0;
        for (var value : exposure.high()) {
            sum += value;
            squares += value * value;
        }
        var mean = sum / exposure.high().length;
        var deviation = Math.sqrt(squares / exposure.high().length - mean * mean);

        assertThat(mean).isCloseTo(0, within(0.0005));
        assertThat(deviation).isCloseTo(0.001, within(0.0001));
    }

    @Test
    void scatterLightensWhatStandsBesideOpenBeam() {
        var scene = Scene.of(
                Vehicle.BARE,
                List.of(Container.of(BoxType.DRY_20, LoadKind.GRANITE_BLOCKS, new Chance(1), new Chance(2))),
                false,
                false,
                new Chance(3));
        var without = new Exposing(scanner(1e9, 0, Faults.NONE)).of(scene, view(), new Chance(4));
        var with = new Exposing(scanner(1e9, 0.03, Faults.NONE)).of(scene, view(), new Chance(4));
        var darkest = 0;
        for (var index = 0; index < without.high().length; index++) {
            darkest = without.high()[index] < without.high()[darkest] ? index : darkest;
        }

        assertThat(with.high()[darkest]).isGreaterThan(without.high()[darkest] + 0.003f);
    }

    @Test
    void theSameSeedsGiveTheSamePicture() {
        var container = Container.of(BoxType.REEFER_40, LoadKind.BANANAS, new Chance(1), new Chance(2));
        var scene = Scene.of(Vehicle.CHASSIS, List.of(container), true, false, new Chance(3));
        var model = ScannerModel.of(ScannerFamily.GANTRY_9_6, new Chance(4));
        var one = new Exposing(model).of(scene, view(), new Chance(5));
        var other = new Exposing(model).of(scene, view(), new Chance(5));

        assertThat(one.high()).isEqualTo(other.high());
        assertThat(one.low()).isEqualTo(other.low());
    }

    @Test
    void contrabandDarkensItsMaskAndNothingElse() {
        var clean = Container.of(BoxType.REEFER_40, LoadKind.MANGOES, new Chance(1), new Chance(2));
        var guilty = clean.withThreat(HidingPlace.REEFER_MACHINERY, new Chance(9));
        assertThat(guilty.hidden()).isPresent();
        var view =
                new View(600, 200, new View.Stand(2.2, 0.9, 0), new View.Window(-0.1, 12.3, 3, -0.2), View.Motion.EVEN);
        var model = scanner(1e8, 0, Faults.NONE);
        var before = new Exposing(model)
                .of(Scene.of(Vehicle.BARE, List.of(clean), false, false, new Chance(3)), view, new Chance(5));
        var after = new Exposing(model)
                .of(Scene.of(Vehicle.BARE, List.of(guilty), false, false, new Chance(3)), view, new Chance(5));
        var darker = 0;
        var inMask = 0;
        for (var index = 0; index < after.threat().length; index++) {
            if (after.threat()[index] == 0) {
                assertThat(after.high()[index]).isCloseTo(before.high()[index], within(0.002f));
                continue;
            }
            inMask++;
            darker += after.high()[index] < before.high()[index] + 0.0005f ? 1 : 0;
        }

        assertThat(inMask).isPositive();
        assertThat(darker).isGreaterThan(inMask * 9 / 10);
        assertThat(after.visibility()).isPositive();
        assertThat(before.visibility()).isZero();
        assertThat(after.conspicuity()).isPositive();
        assertThat(before.conspicuity()).isZero();
    }

    @Test
    void aPartShowsWhatTheWholePictureShowsThere() {
        var container = Container.of(BoxType.DRY_20, LoadKind.COFFEE_BAGS, new Chance(1), new Chance(2))
                .withThreat(HidingPlace.BETWEEN_CARGO, new Chance(3));
        var scene = new Scene(Vehicle.BARE, 1.2, List.of(), List.of(new Scene.Placed(container, 0, true, false)));
        var view = new View(
                WIDTH,
                HEIGHT,
                new View.Stand(2.2, 0.9, 0.3),
                new View.Window(-0.2, 6.3, 3, 0),
                new View.Motion(0.02, 1.5, 0.05, 1));
        var exposing = new Exposing(scanner(1e12, 0, Faults.NONE));
        var whole = exposing.of(scene, view, new Chance(5));
        var part = new Region(90, 60, 200, 100);
        var some = exposing.of(scene, view, part, new Chance(5));
        for (var column = 0; column < part.width(); column++) {
            for (var row = 0; row < part.height(); row++) {
                var here = some.high()[column * part.height() + row];
                var there = whole.high()[(part.x() + column) * HEIGHT + part.y() + row];
                assertThat(here).isCloseTo(there, within(1e-4f));
            }
        }
    }

    @Test
    void aPartEndsAtTheEdgeOfThePictureAndNotBehindIt() {
        assertThat(view().part(new Region(WIDTH - 10, HEIGHT - 10, 10, 10)).width())
                .isEqualTo(10);
        assertThatThrownBy(() -> view().part(new Region(WIDTH - 10, HEIGHT - 10, 11, 10)))
                .hasMessageContaining("no part of a picture");
    }
}
