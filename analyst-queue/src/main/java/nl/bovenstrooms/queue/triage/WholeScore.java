package nl.bovenstrooms.queue.triage;

import java.util.HashSet;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.UnreadableEvent;
import org.jspecify.annotations.Nullable;

/** JSON does not promise what the records do; what lacks something now would lack the same when tried again. */
final class WholeScore {

    private WholeScore() {}

    /** @throws UnreadableEvent when something is missing or can't be true */
    static void require(ScanScored scored) {
        require("scoreId", scored.scoreId());
        require("scan", scored.scan());
        require("versions", scored.versions());
        require("versions.ruleBook", scored.versions().ruleBook());
        var revision = scored.revision();
        if (revision != null) {
            for (var change : revision.changes()) {
                require("revision.changes.because", change.because());
                require("revision.changes.reason", change.reason());
            }
        }
        require(scored.scan());
        if (scored.containers().isEmpty()) {
            throw new UnreadableEvent("a score without containers");
        }
        var indexes = new HashSet<Integer>();
        for (var container : scored.containers()) {
            require(container);
            if (!indexes.add(container.index())) {
                throw new UnreadableEvent("two scores of container " + container.index());
            }
        }
    }

    private static void require(ScanReceived scan) {
        require("scan.scanId", scan.scanId());
        require("scan.tenant", scan.tenant());
        require("scan.caseReference", scan.caseReference());
        require("scan.receivedAt", scan.receivedAt());
        require("scan.manifest", scan.manifest());
        for (var image : scan.images()) {
            require("scan.images.imageId", image.imageId());
            require("scan.images.raster", image.raster());
        }
    }

    private static void require(ContainerScore container) {
        if (container.index() < 0) {
            throw new UnreadableEvent("the score of container " + container.index());
        }
        if (!(container.probability() >= 0 && container.probability() <= 1)) {
            throw new UnreadableEvent("a probability of " + container.probability());
        }
        require("containers.mode", container.mode());
        for (var contribution : container.contributions()) {
            require("containers.contributions.source", contribution.source());
            require("containers.contributions.id", contribution.id());
            require("containers.contributions.reason", contribution.reason());
        }
        for (var finding : container.findings()) {
            require("containers.findings.region", finding.region());
            require("containers.findings.place", finding.place());
        }
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null) {
            throw new UnreadableEvent("a score lacks " + field);
        }
    }
}
