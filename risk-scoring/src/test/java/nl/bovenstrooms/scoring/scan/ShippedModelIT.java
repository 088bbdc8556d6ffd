package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.HEIGHT;
import static nl.bovenstrooms.scoring.scan.Examples.NUMBER;
import static nl.bovenstrooms.scoring.scan.Examples.WIDTH;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.manifest;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanReceived.DeclaredContainer;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.image.StretchedScan;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.scan.Archive.Basis;
import nl.bovenstrooms.scoring.scan.JudgingScan.Judgement;
import nl.bovenstrooms.scoring.serving.ServedModel;
import org.junit.jupiter.api.Test;

/** The service as it is shipped: the model of this release on its engine. */
@QuarkusTest
class ShippedModelIT {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-24T06:00:00Z");

    @Inject
    LookingAtPictures looking;

    @Inject
    JudgingScan judging;

    @Inject
    ImageStore store;

    @Inject
    ServedModel model;

    @Inject
    RuleBook ruleBook;

    @Test
    void scoresAScanTwiceTheSame() {
        var id = UUID.randomUUID();
        var picture = StretchedScan.of(WIDTH, HEIGHT, 8);
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(picture));
        var declared = new DeclaredContainer(NUMBER, StretchedScan.region(WIDTH, HEIGHT));
        var scan = scan(id, manifest(reefer(NUMBER)), image(id, "image-1", declared));

        var judgement = judged(scan);

        assertThat(judgement.versions().modelDigest()).isEqualTo(model.digest());
        assertThat(judgement.versions().ruleBook()).isEqualTo(ruleBook.version());
        assertThat(judgement.containers()).singleElement().satisfies(score -> assertThat(score.mode())
                .isEqualTo(ScoringMode.IMAGE_AND_RULES));
        assertThat(judged(scan)).isEqualTo(judgement);
    }

    private Judgement judged(ScanReceived scan) {
        var sight = model.use(scan.scanId().toString(), looks -> looking.look(scan, looks));
        var known = new KnownScan(null, new Told(scan, TIME, scan.scanId()), sight);
        var passages = GatheredPassages.of(known);
        return judging.judge(new Basis(known, GatheredPasts.of(known, passages, List.of())));
    }
}
