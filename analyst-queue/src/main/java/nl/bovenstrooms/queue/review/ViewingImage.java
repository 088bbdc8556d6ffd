package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.queue.audit.Action;
import nl.bovenstrooms.queue.audit.AuditTrail;
import nl.bovenstrooms.queue.casefile.Refusal;
import nl.bovenstrooms.queue.review.Cases.StoredCase;
import nl.bovenstrooms.queue.review.HeldCases.Proof;
import nl.bovenstrooms.queue.score.ScoredScans;

/**
 * Hands out pixels, to the holder of the claim and to nobody else, and never without a trace. The bytes are fetched before the view is
 * noted: what could not be shown was not seen.
 */
@ApplicationScoped
public class ViewingImage {

    private final Cases cases;
    private final HeldCases heldCases;
    private final ScoredScans scoredScans;
    private final ImageStore images;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    ViewingImage(
            Cases cases,
            HeldCases heldCases,
            ScoredScans scoredScans,
            ImageStore images,
            AuditTrail audit,
            Clock clock) {
        this.cases = cases;
        this.heldCases = heldCases;
        this.scoredScans = scoredScans;
        this.images = images;
        this.audit = audit;
        this.clock = clock;
    }

    /** A channel of an image of the case's own scan. From the first one on, the case can be decided. */
    @Transactional
    byte[] open(Proof proof, String imageId, Energy energy) {
        var now = clock.instant();
        var held = heldCases.lock(proof, now);
        var scan = scored(held.stored()).scan();
        var bytes = images.get(channel(scan, imageId, energy).key());
        cases.imageOpened(proof.caseId(), now);
        audit.append(
                proof.reader(),
                Action.IMAGE_OPENED,
                "case/" + proof.caseId(),
                Map.of("claimId", held.claimId().toString(), "image", imageId, "energy", energy.name()));
        return bytes;
    }

    /** A channel of another scan of the same container, to lay beside it. */
    @Transactional
    byte[] openOther(Proof proof, UUID scanId, String imageId, Energy energy) {
        var held = heldCases.lock(proof, clock.instant());
        var other = scoredScans.othersOf(scored(held.stored())).stream()
                .filter(found -> found.scan().scanId().equals(scanId))
                .findFirst()
                .orElseThrow(() -> new CaseRefused(Refusal.NOTHING_HERE));
        var bytes = images.get(channel(other.scan(), imageId, energy).key());
        audit.append(
                proof.reader(),
                Action.OTHER_IMAGE_OPENED,
                "case/" + proof.caseId(),
                Map.of(
                        "claimId",
                        held.claimId().toString(),
                        "scanId",
                        scanId.toString(),
                        "image",
                        imageId,
                        "energy",
                        energy.name()));
        return bytes;
    }

    /** @throws CaseRefused before the marks were revealed */
    @Transactional
    byte[] heatMap(Proof proof) {
        var held = heldCases.lock(proof, clock.instant());
        if (!held.held().revealed()) {
            throw new CaseRefused(Refusal.NOT_REVEALED);
        }
        var heatMap = scored(held.stored()).score().heatMap();
        if (heatMap == null) {
            throw new CaseRefused(Refusal.NOTHING_HERE);
        }
        var bytes = images.get(heatMap.key());
        audit.append(
                proof.reader(),
                Action.HEAT_MAP_OPENED,
                "case/" + proof.caseId(),
                Map.of("claimId", held.claimId().toString()));
        return bytes;
    }

    private ScoredScans.ScoredContainer scored(StoredCase stored) {
        return scoredScans
                .find(stored.scanId(), stored.containerIndex())
                .orElseThrow(() -> new IllegalStateException("a case has a score"));
    }

    private static RasterDescriptor.Channel channel(ScanReceived scan, String imageId, Energy energy) {
        return scan.images().stream()
                .filter(image -> image.imageId().equals(imageId))
                .findFirst()
                .flatMap(image -> image.raster().channel(energy))
                .orElseThrow(() -> new CaseRefused(Refusal.NOTHING_HERE));
    }
}
