package nl.bovenstrooms.simulator.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import nl.bovenstrooms.simulator.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContainerTest {

    @ParameterizedTest
    @EnumSource(LoadKind.class)
    void everyKindOfGoodsFitsItsBoxes(LoadKind kind) {
        for (var box : kind.boxes()) {
            for (var seed = 0; seed < 5; seed++) {
                var load = Load.of(kind, box, new Chance(seed), new Chance(100 + seed));
                assertThat(load.kilograms()).isBetween(0.0, box.payloadKg() * 1.05);
                assertThat(load.fill()).isBetween(0.0, 1.0);
                for (var solid : load.solids()) {
                    assertThat(solid.x0()).isGreaterThan(-0.15);
                    assertThat(solid.x1()).isLessThan(box.length() + 0.1);
                    assertThat(solid.z0()).isGreaterThan(-0.01);
                    assertThat(solid.z1()).isLessThan(box.height() + 0.1);
                }
            }
        }
    }

    @Test
    void goodsWeighWhatTheyUsuallyDo() {
        var light = 0;
        for (var seed = 0; seed < 40; seed++) {
            var load = Load.of(LoadKind.BANANAS, BoxType.REEFER_40, new Chance(seed), new Chance(500 + seed));
            light += load.kilograms() < 10_000 ? 1 : 0;
            assertThat(load.kilograms()).isLessThan(23_500);
        }
        assertThat(light).isLessThan(12);
    }

    @Test
    void containersOfOneLotAreAlikeButNotEqual() {
        var lot = new Chance(7);
        var one = Load.of(LoadKind.COFFEE_BAGS, BoxType.DRY_20, lot, new Chance(1));
        var other = Load.of(LoadKind.COFFEE_BAGS, BoxType.DRY_20, lot, new Chance(2));

        assertThat(one.solids()).isNotEqualTo(other.solids());
        assertThat(one.solids().get(0).z1()).isCloseTo(other.solids().get(0).z1(), within(0.05));
    }

    @ParameterizedTest
    @EnumSource(HidingPlace.class)
    void everyPlaceCanHideSomething(HidingPlace place) {
        var found = new ArrayList<Threat>();
        for (var box : BoxType.values()) {
            for (var kind : LoadKind.in(box)) {
                for (var seed = 0; seed < 3 && place.existsIn(box, kind); seed++) {
                    Container.of(box, kind, new Chance(seed), new Chance(30 + seed))
                            .withThreat(place, new Chance(60 + seed))
                            .hidden()
                            .ifPresent(found::add);
                }
            }
        }
        assertThat(found).isNotEmpty().allSatisfy(threat -> {
            assertThat(threat.place()).isEqualTo(place);
            assertThat(threat.kilograms()).isBetween(2.0, 2300.0);
        });
    }

    @Test
    void allSortsOfContrabandAreHidden() {
        var kinds = EnumSet.noneOf(Contraband.class);
        for (var seed = 0; seed < 400; seed++) {
            var kind = seed % 2 == 0 ? LoadKind.GROUPAGE : LoadKind.TEXTILES;
            Container.of(BoxType.HIGH_CUBE_40, kind, new Chance(seed), new Chance(seed))
                    .withThreat(HidingPlace.BETWEEN_CARGO, new Chance(seed))
                    .hidden()
                    .ifPresent(threat -> kinds.add(threat.kind()));
        }
        assertThat(kinds).containsExactlyInAnyOrder(Contraband.values());
    }

    @Test
    void withoutItsThreatAContainerIsWhatItWas() {
        var clean = Container.of(BoxType.DRY_40, LoadKind.PLYWOOD, new Chance(1), new Chance(2));

        assertThat(clean.withThreat(HidingPlace.BAGS_AT_DOORS, new Chance(3)).withoutThreat())
                .isEqualTo(clean);
    }

    @Test
    void atSeaGoodsMoveByCentimetresAndKeepTheirMass() {
        var before = Container.of(BoxType.DRY_20, LoadKind.CERAMIC_TILES, new Chance(1), new Chance(2));
        var after = Voyage.after(before, new Chance(3));
        for (var index = 0; index < before.load().solids().size(); index++) {
            var solid = before.load().solids().get(index);
            var moved = after.load().solids().get(index);
            assertThat(moved.x0()).isCloseTo(solid.x0(), within(0.12));
            assertThat(moved.mass()).isCloseTo(solid.mass(), within(1e-6));
        }
        assertThat(after.load().solids()).isNotEqualTo(before.load().solids());
    }
}
