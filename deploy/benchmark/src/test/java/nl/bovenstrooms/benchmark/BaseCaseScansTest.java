package nl.bovenstrooms.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import nl.bovenstrooms.scoring.image.ContainerFinder;
import org.junit.jupiter.api.Test;

class BaseCaseScansTest {
    private static final BaseCaseScans SCANS = BaseCaseScans.make(2, 7);

    @Test
    void aPictureHas800RowsAndAbout300Kilobytes() {
        assertThat(SCANS.pictures()).allSatisfy(picture -> {
            assertThat(picture.raster().height()).isEqualTo(800);
            assertThat(picture.file().length).isBetween(270_000, 330_000);
        });
    }

    @Test
    void aPictureShowsOneContainer() {
        var finder = new ContainerFinder();
        assertThat(SCANS.pictures())
                .allSatisfy(picture -> assertThat(finder.find(picture.raster())).hasSize(1));
    }

    @Test
    void scansDifferThoughPicturesComeAgain() throws IOException {
        var first = SCANS.scan(0);
        var third = SCANS.scan(2);
        assertThat(third.parts()).isEqualTo(first.parts());
        assertThat(third.scanId()).isNotEqualTo(first.scanId());
        var json = new ObjectMapper();
        assertThat(json.readTree(third.manifest()).at("/equipment/0/number"))
                .isNotEqualTo(json.readTree(first.manifest()).at("/equipment/0/number"));
    }

    @Test
    void theSameSeedMakesTheSameScans() {
        var again = BaseCaseScans.make(1, 7);
        assertThat(again.scan(0).manifest()).isEqualTo(SCANS.scan(0).manifest());
        assertThat(again.scan(0).parts().get(0).bytes())
                .isEqualTo(SCANS.scan(0).parts().get(0).bytes());
    }
}
