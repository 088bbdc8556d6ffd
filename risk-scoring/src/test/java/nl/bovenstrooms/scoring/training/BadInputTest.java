package nl.bovenstrooms.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.PooledImageModel;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is no good scan of a container is refused with a reason, or at the least not suspected. */
class BadInputTest {

    private static final WholePictures PICTURES = new WholePictures(EnumSet.of(ScannerFamily.PORTAL_6), 400);

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
    Stream<DynamicTest> isNeverAConfidentThreat() {
        var input = new BadInput(new ContainerFinder(), model);
        return input.reactions(PICTURES.oneContainer(Purpose.FINDING, 1)).stream()
                .map(reaction ->
                        DynamicTest.dynamicTest(reaction.name(), () -> assertThat(reaction.highestProbability())
                                .isLessThan(0.5)));
    }

    @Test
    void ordinaryScansAreJudged() {
        var input = new BadInput(new ContainerFinder(), model);
        for (var number = 0; number < 12; number++) {
            var picture = PICTURES.picture(Purpose.FINDING.seed(2, number)).principal();
            assertThat(new BadInput.Reaction("scan " + number, input.looks(picture)).isJudged())
                    .as("scan %d", number)
                    .isTrue();
        }
    }
}
