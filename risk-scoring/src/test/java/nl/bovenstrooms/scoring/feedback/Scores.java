package nl.bovenstrooms.scoring.feedback;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.Revision;
import nl.bovenstrooms.contracts.event.ScanScored.ScoreVersions;
import nl.bovenstrooms.contracts.event.ScanScored.ScoringMode;
import nl.bovenstrooms.contracts.manifest.Manifest;
import nl.bovenstrooms.scoring.feedback.Outcome.Said;
import nl.bovenstrooms.scoring.feedback.Outcomes.Score;

/** Scores and outcomes for tests. */
final class Scores {

    /** Before everything that other tests ask for. */
    static final OffsetDateTime TIME = OffsetDateTime.parse("2016-11-24T06:00:00Z");

    private Scores() {}

    /** A scan of one container, to which these rules apply and the image model adds a point. */
    static Score score(UUID scanId, int version, int minutes, String... rules) {
        var contributions = new ArrayList<Contribution>();
        contributions.add(
                new Contribution(ContributionSource.IMAGE, "image-model", 1, new LocalText("beeld", "image")));
        for (var rule : rules) {
            contributions.add(new Contribution(ContributionSource.RULE, rule, 0.8, new LocalText(rule, rule)));
        }
        var manifest = new Manifest(null, null, null, false, null, List.of(), null, List.of(), null, null);
        var scan = new ScanReceived(scanId, "BR-RFB", "BR-1", TIME, manifest, List.of(), List.of());
        var container = new ContainerScore(
                0, null, null, null, 0.9, 0.03, ScoringMode.IMAGE_AND_RULES, contributions, List.of(), null, null);
        return new Score(
                TIME.plusMinutes(minutes),
                new ScanScored(
                        named(scanId + "/" + version),
                        scan,
                        List.of(container),
                        new ScoreVersions("synthetic-9", null, "1"),
                        new Revision(version, List.of())));
    }

    static Outcome outcome(UUID scanId, Said said, int minutes) {
        return outcome(scanId, said, minutes, minutes);
    }

    static Outcome outcome(UUID scanId, Said said, int minutes, int toldMinutes) {
        return new Outcome(
                named("case of " + scanId),
                scanId,
                0,
                said,
                TIME.plusMinutes(minutes),
                TIME.plusMinutes(toldMinutes),
                named(scanId + "/" + toldMinutes));
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
