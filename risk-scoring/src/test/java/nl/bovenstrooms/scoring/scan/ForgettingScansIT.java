package nl.bovenstrooms.scoring.scan;

import static nl.bovenstrooms.scoring.scan.Examples.consignment;
import static nl.bovenstrooms.scoring.scan.Examples.declared;
import static nl.bovenstrooms.scoring.scan.Examples.image;
import static nl.bovenstrooms.scoring.scan.Examples.raster;
import static nl.bovenstrooms.scoring.scan.Examples.reefer;
import static nl.bovenstrooms.scoring.scan.Examples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.container.ContainerNumber;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.contracts.manifest.Scan;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.scoring.history.SimilarLoads.Filter;
import nl.bovenstrooms.scoring.scan.SimilarPassages.Answer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be kept no longer goes, with all that refers to it. */
@QuarkusTest
@TestProfile(ScriptedModelInService.Profile.class)
class ForgettingScansIT {

    private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);

    @Inject
    ImageStore store;

    @Inject
    ScriptedModelInService model;

    @Inject
    LookingAtPictures looking;

    @Inject
    KeepingScan keeping;

    @Inject
    ForgettingScans forgetting;

    @Inject
    SimilarPassages similar;

    @Inject
    Archive archive;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void reset() {
        model.reset();
    }

    /** The one that goes is the other scan of the one that stays, and both wait to be scored again. */
    @Test
    void whatIsOverGoesAndTheRestStays() {
        var number = number();
        var over = kept(
                number,
                "ECGYE",
                NOW.minusDays(120),
                NOW.minusDays(1).toLocalDate().toString());
        var stays = kept(number, "BEANR", NOW.minusDays(100), NOW.toLocalDate().toString());

        forgetAll();

        assertThat(archive.find(over)).isEmpty();
        assertThat(archive.lastScore(over)).isEmpty();
        assertThat(archive.passage(over, 0)).isEmpty();
        assertThat(similar.search(over, 0, Filter.NONE, 5)).isInstanceOf(Answer.Unknown.class);
        assertThat(archive.find(stays)).isPresent();
        assertThat(archive.lastScore(stays)).isPresent();
        assertThat(((Answer.Found) similar.search(stays, 0, Filter.NONE, 50)).neighbours())
                .noneMatch(near -> near.passage().scanId().equals(over));
    }

    @Test
    void whatWasSaidOfItGoesToo() {
        var over = kept(
                number(),
                "ECGYE",
                NOW.minusDays(100),
                NOW.minusDays(1).toLocalDate().toString());
        var stays = kept(number(), "ECGYE", NOW, NOW.toLocalDate().toString());
        said(over);
        said(stays);

        forgetAll();

        assertThat(saidOf(over)).isZero();
        assertThat(saidOf(stays)).isEqualTo(1);
    }

    /** Or a source could keep it from being laid beside the scan on arrival. */
    @Test
    void itIsNotOverBeforeTheVoyageIs() {
        var hasty = kept(number(), "ECGYE", NOW.minusDays(90), "2000-01-01");
        var older = kept(number(), "ECGYE", NOW.minusDays(91), "2000-01-01");

        forgetAll();

        assertThat(archive.find(hasty)).isPresent();
        assertThat(archive.find(older)).isEmpty();
    }

    @Test
    void whereTheSourceSaysNothingItIsFiveYears() {
        var old = kept(number(), "ECGYE", NOW.minusYears(5).minusDays(2), "");
        var younger = kept(number(), "ECGYE", NOW.minusYears(4), "unreadable");

        forgetAll();

        assertThat(archive.find(old)).isEmpty();
        assertThat(archive.find(younger)).isPresent();
    }

    private void said(UUID scanId) {
        Jdbi.create(dataSource).useHandle(handle -> handle.createUpdate("""
                        insert into outcome (case_id, kind, scan_id, container_index, said, said_at, told_at, event_id)
                        values (:caseId, 'INSPECTION', :scanId, 0, 'NOTHING', :at, :at, :caseId)
                        """)
                .bind("caseId", UUID.randomUUID())
                .bind("scanId", scanId)
                .bind("at", NOW)
                .execute());
    }

    private int saidOf(UUID scanId) {
        return Jdbi.create(dataSource)
                .withHandle(handle -> handle.createQuery("select count(*) from outcome where scan_id = :scanId")
                        .bind("scanId", scanId)
                        .mapTo(Integer.class)
                        .one());
    }

    private void forgetAll() {
        while (forgetting.forget() > 0) {
            // Until nothing is over.
        }
    }

    private static String number() {
        var firstTen = "OLDU%06d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000));
        return firstTen + ContainerNumber.checkDigitOf(firstTen);
    }

    private UUID kept(String number, String place, OffsetDateTime at, String retentionUntil) {
        var id = UUID.randomUUID();
        store.put("EC-SENAE/%s/raster/image-1-SINGLE".formatted(id), RasterCodec.encode(raster()));
        var usual = Examples.manifest(reefer(number));
        var manifest = new Manifest(
                UUID.randomUUID(),
                new Manifest.Sender("EC-SENAE", "TEST", new Manifest.Facility(place, null)),
                null,
                false,
                new Scan(at, null, place.equals("ECGYE") ? "EXPORT" : "IMPORT", null, "S-1", List.of()),
                usual.equipment(),
                usual.transport(),
                List.of(new Consignment(
                        "HOUSE",
                        "BILL-" + number,
                        null,
                        consignment("HOUSE", 20_300.0, "bananas", number).items())),
                null,
                JsonNodeFactory.instance.objectNode().put("retentionUntil", retentionUntil));
        var scan = scan(id, manifest, image(id, "image-1", declared(number, 10, 900)));
        var received =
                new ScanReceived(id, scan.tenant(), scan.caseReference(), at, manifest, scan.images(), scan.flags());
        keeping.keep(new Told(received, at, UUID.randomUUID()), looking.look(received, model));
        return id;
    }
}
