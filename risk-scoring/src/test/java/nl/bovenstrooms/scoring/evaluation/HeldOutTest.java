package nl.bovenstrooms.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import nl.bovenstrooms.scoring.training.SyntheticCrops;
import nl.bovenstrooms.simulator.scene.LoadKind;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    private static final int CROPS = 12;

    @Test
    void noTwoSetsShowTheSamePictures() {
        var seen = new HashSet<Integer>();
        for (var set : HeldOut.values()) {
            var crops = set.crops(1);
            for (var number = 0; number < 3; number++) {
                assertThat(seen.add(
                                Arrays.hashCode(crops.apply(number).principal().samples())))
                        .isTrue();
            }
        }
    }

    @Test
    void scannersAreUnseenWhereTheyShouldBeAndNowhereElse() {
        for (var set : HeldOut.values()) {
            var isUnseen = set == HeldOut.UNSEEN_SCANNERS_JPEG || set == HeldOut.UNSEEN_SCANNERS_TWO_ENERGIES;
            var crops = set.crops(1);
            for (var number = 0; number < CROPS; number++) {
                var crop = crops.apply(number);
                assertThat(SyntheticCrops.UNSEEN_SCANNERS.stream()
                                .anyMatch(family -> family.name().equals(crop.scanner())))
                        .isEqualTo(isUnseen);
                if (set == HeldOut.UNSEEN_SCANNERS_JPEG) {
                    assertThat(crop.principal().bits()).isEqualTo(8);
                }
            }
        }
    }

    @Test
    void strangeLoadsStandInBoxesThatTheyNeverTravelIn() {
        var strange = 0;
        var crops = HeldOut.UNSEEN_LOADS.crops(1);
        for (var number = 0; number < CROPS; number++) {
            var crop = crops.apply(number);
            var kind = LoadKind.values()[crop.loadKind()];
            strange += kind.boxes().stream().noneMatch(box -> box.name().equals(crop.box())) ? 1 : 0;
        }
        assertThat(strange).isGreaterThan(CROPS / 2);
    }
}
