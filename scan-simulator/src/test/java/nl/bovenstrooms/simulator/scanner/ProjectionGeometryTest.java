package nl.bovenstrooms.simulator.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.physics.Material;
import nl.bovenstrooms.simulator.physics.Spectrum;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Layer;
import nl.bovenstrooms.simulator.scene.Load;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Solid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectionGeometryTest {

    private static final View.Stand NEAR = new View.Stand(2.0, 0.9, 0);

    private static View view(View.Stand stand, int width, int height) {
        return new View(width, height, stand, new View.Window(0, 12, 3, -0.5), View.Motion.EVEN);
    }

    private static Solid.Block block(Material material, double y0, double y1) {
        return new Solid.Block(Layer.LOAD, material, material.density(), 4, 8, y0, y1, 0.4, 1.4);
    }

    /** Slabs across a narrow beam of one energy: the tabulated coefficient times the mass in the way. */
    @ParameterizedTest
    @CsvSource({
        "STEEL, 0.02, 1, 0.05995",
        "STEEL, 0.10, 2, 0.04265",
        "STEEL, 0.20, 6, 0.03057",
        "WATER, 0.30, 1, 0.07072",
        "WATER, 1.00, 4, 0.03403",
        "WATER, 1.50, 6, 0.02770"
    })
    void aSlabWeakensTheBeamAsTheTableSays(Material material, double thickness, double energyMeV, double coefficient) {
        var stand = new View.Stand(40, 0.9, 0);
        var view = view(stand, 240, 120);
        var attenuation = Footprint.of(List.of(block(material, 0, thickness)), view, Spectrum.of(energyMeV));
        var expected = coefficient * material.density() * thickness * 100;
        var row = (int) view.rowOf(0.9, thickness / 2);

        assertThat((double) attenuation[row * 240 + 120]).isCloseTo(expected, within(0.05 * expected));
        assertThat(attenuation[row * 240 + 10]).isZero();
    }

    @Test
    void whatIsNearerToTheSourceIsLargerByTheRatioOfDistances() {
        var view = view(NEAR, 100, 800);
        var near = view.rowOf(0.4, 0) - view.rowOf(1.4, 0);
        var far = view.rowOf(0.4, 2.4) - view.rowOf(1.4, 2.4);

        assertThat(near / far).isCloseTo((2.0 + 2.4) / 2.0, within(1e-6));
        assertThat(rowsOf(block(Material.STEEL, 0, 0.01), view)
                        / (double) rowsOf(block(Material.STEEL, 2.4, 2.41), view))
                .isCloseTo(2.2, within(0.03));
    }

    private static long rowsOf(Solid solid, View view) {
        var attenuation = Footprint.of(List.of(solid), view, Spectrum.of(1));
        var rows = 0L;
        for (var row = 0; row < view.height(); row++) {
            rows += attenuation[row * view.width() + 50] > 0.01 ? 1 : 0;
        }
        return rows;
    }

    @Test
    void alongTheVehicleEverythingHasTheSameScale() {
        var view = view(NEAR, 1200, 40);

        assertThat(view.columnOf(8) - view.columnOf(4)).isCloseTo(400, within(1e-9));
        assertThat(view.xOf(view.columnOf(5.5))).isCloseTo(5.5, within(1e-9));
    }

    /** A ray's share of the volume grows with the distance, so mass is counted at the goods' mean distance. */
    @ParameterizedTest
    @EnumSource(
            value = LoadKind.class,
            names = {
                "CITRUS",
                "COFFEE_BAGS",
                "JUICE_DRUMS",
                "PAPER_REELS",
                "LOGS",
                "STEEL_COILS",
                "MINERAL_BIG_BAGS",
                "SOYA_BULK",
                "TYRES",
                "CERAMIC_TILES"
            })
    void massInTheWayOfAllRaysIsTheMassOfTheGoods(LoadKind kind) {
        var box = kind.boxes().stream().sorted().findFirst().orElse(BoxType.DRY_20);
        var load = Load.of(kind, box, new Chance(3), new Chance(4));
        var stand = new View.Stand(30, 1.2, 0);
        var view = new View(1200, 400, stand, new View.Window(-0.5, box.length() + 0.5, 3.2, -0.3), View.Motion.EVEN);
        var map = new MassMap(view.width(), view.height());
        var projector = new Projector(view);
        load.solids().forEach(solid -> projector.add(solid.withDensity(waterWeight(solid)), map));
        map.sum();
        var sum = 0.0;
        for (var column = 0; column < view.width(); column++) {
            for (var row = 0; row < view.height(); row++) {
                sum += map.water[column * view.height() + row] / view.secant(row * View.RAYS);
            }
        }
        var columnMetres = (box.length() + 1) / view.width();
        var rowMetres = view.rowHeight() * (30 + BoxType.WIDTH / 2);
        // g/cm2 are 10 kg/m2.
        var kilograms = sum * 10 * columnMetres * rowMetres;

        assertThat(kilograms).isCloseTo(load.kilograms(), within(0.05 * load.kilograms()));
    }

    /** A density that makes the map of water hold the mass itself. */
    private static double waterWeight(Solid solid) {
        return solid.density() / solid.material().waterShare();
    }

    @Test
    void theVehiclesSlantMovesColumnsUpAndDown() {
        var view = new View(1000, 100, NEAR, new View.Window(0, 12, 3, -0.5), new View.Motion(0.02, 0, 0, 0));

        assertThat(view.sinkAt(1000) - view.sinkAt(0)).isCloseTo(20, within(1e-9));
    }

    @Test
    void rowsThatAreEvenInAngleStillFindTheirTangent() {
        var stand = new View.Stand(2.2, 0.8, 1);
        var view = view(stand, 10, 500);
        for (var row = 0; row < 500; row += 50) {
            var z = 0.8 + view.tangent(row * View.RAYS) * 2.2;
            assertThat(view.rowOf(z, 0)).isCloseTo(row + 0.25, within(0.01));
        }
    }

    @Test
    void fromAboveHeightIsDepthAndMassStaysTheSame() {
        var block = block(Material.WOOD, 0.5, 0.8);
        var above = (Solid.Block) block.seenFromAbove(2.6);

        assertThat(above.y0()).isCloseTo(1.2, within(1e-9));
        assertThat(above.y1()).isCloseTo(2.2, within(1e-9));
        assertThat(above.z0()).isEqualTo(0.5);
        assertThat(above.mass()).isCloseTo(block.mass(), within(1e-9));
        for (var axis : Solid.Cylinder.Axis.values()) {
            var drum = new Solid.Cylinder(Layer.LOAD, Material.WATER, 1, axis, 0.3, 0.2, 1.1, 1, 1.5);
            var seen = drum.seenFromAbove(2.6);
            assertThat(seen.mass()).isCloseTo(drum.mass(), within(1e-9));
            assertThat(seen.z0()).isBetween(0.0, 1.3);
        }
    }
}
