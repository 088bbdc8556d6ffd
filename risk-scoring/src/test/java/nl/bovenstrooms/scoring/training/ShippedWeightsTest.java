package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The weights of this release against containers that they did not learn from. */
class ShippedWeightsTest {

    private static final int CONTAINERS = 60;

    @SuppressWarnings("NullAway.Init")
    private static PooledImageModel model;

    @BeforeAll
    static void start() {
        model = PooledImageModel.start(ModelFiles.bundled(), 2);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** Far below what is measured, so that another processor's last digits decide nothing. */
    @Test
    void suspectsAContainerMoreOnceSomethingIsHiddenInIt() {
        var clean = SyntheticCrops.ofKnownScanners(0);
        var loaded = SyntheticCrops.ofKnownScanners(1);
        var difference = 0.0;
        var higher = 0;
        var judged = 0;
        for (var number = 0; number < CONTAINERS; number++) {
            var seed = Purpose.EVALUATION.seed(2, number);
            if (findings(loaded.crop(seed)) instanceof Seen with
                    && findings(clean.crop(seed)) instanceof Seen without) {
                var change = with.logOdds() - without.logOdds();
                difference += change;
                higher += change > 0 ? 1 : 0;
                judged++;
            }
        }
        assertThat(judged).isGreaterThanOrEqualTo(CONTAINERS * 97 / 100);
        assertThat(difference / judged).isGreaterThan(0.2);
        assertThat(higher).isGreaterThan(judged * 55 / 100);
    }

    @Test
    void recognisesMostLoads() {
        var crops = SyntheticCrops.ofKnownScanners(0);
        var recognised = 0;
        for (var number = 0; number < CONTAINERS; number++) {
            var crop = crops.crop(Purpose.EVALUATION.seed(3, number));
            var kind = SyntheticCrops.loadKinds().get(crop.loadKind());
            recognised += findings(crop) instanceof Seen seen && seen.loadKind().equals(kind) ? 1 : 0;
        }
        assertThat(recognised).isGreaterThan(CONTAINERS / 2);
    }

    /** One container in some hundreds looks so odd that nobody is asked to judge it. */
    private static ImageFindings findings(Crop crop) {
        var whole = new Region(0, 0, crop.principal().width(), crop.principal().height());
        return model.look(crop.principal(), crop.low(), whole);
    }
}
