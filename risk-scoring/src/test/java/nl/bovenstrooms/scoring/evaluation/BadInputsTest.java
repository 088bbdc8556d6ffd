package nl.bovenstrooms.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.scoring.training.Purpose;
import nl.bovenstrooms.scoring.training.WholePictures;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is no good scan of a container is refused with a reason, or at the least not suspected. */
class BadInputsTest {

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

    @TestFactory
    Stream<DynamicTest> neverBringACaseBeforeAnAnalyst() {
        return BadInputs.reactions(model).stream()
                .map(reaction -> DynamicTest.dynamicTest(
                        reaction.picture(), () -> assertThat(reaction).matches(BadInputs.Reaction::isHarmless)));
    }

    @Test
    void ordinaryScansAreJudged() {
        var pictures = new WholePictures(EnumSet.of(ScannerFamily.PORTAL_6), 400);
        var finder = new ContainerFinder();
        for (var number = 0; number < 12; number++) {
            var picture = pictures.picture(Purpose.FINDING.seed(2, number)).principal();
            assertThat(finder.find(picture))
                    .as("scan %d", number)
                    .anyMatch(place -> model.look(picture, null, place) instanceof Seen);
        }
    }
}
