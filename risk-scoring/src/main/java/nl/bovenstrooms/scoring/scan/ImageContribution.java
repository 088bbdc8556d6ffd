package nl.bovenstrooms.scoring.scan;

import nl.bovenstrooms.contracts.event.LocalText;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.contracts.event.ScanScored.HidingPlace;
import nl.bovenstrooms.scoring.image.ImageFindings.NotReadable;
import nl.bovenstrooms.scoring.image.ImageFindings.Obstacle;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.rules.RuleBook.ImageWeight;
import nl.bovenstrooms.scoring.scan.Look.Answered;
import nl.bovenstrooms.scoring.scan.Look.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was seen into the words of a score. The model's probability is calibrated against a neutral prior, one half; its
 * log-odds are therefore how much the look changes the odds, and add up with the points of the rules. The prior of real
 * traffic is added once, to the sum.
 */
final class ImageContribution {

    private ImageContribution() {}

    /** @param spot null when no picture shows the container */
    static Contribution of(@Nullable Spot spot, ImageWeight weight) {
        if (spot == null) {
            return remark(
                    "image-container-not-found",
                    "Deze container is op geen enkel beeld gevonden: hij is alleen op de regels beoordeeld.",
                    "No picture shows this container: it was scored by the rules alone.");
        }
        if (!(spot.look() instanceof Answered answered)) {
            return remark(
                    "image-model-failed",
                    "Het beeldmodel gaf geen antwoord: deze container is alleen op de regels beoordeeld.",
                    "The image model gave no answer: this container was scored by the rules alone.");
        }
        if (answered.findings() instanceof NotReadable notReadable) {
            var obstacle = text(notReadable.why());
            return remark(
                    "image-not-readable",
                    "Het beeld is niet te beoordelen (%s): laat opnieuw scannen. Deze container is alleen op de regels beoordeeld."
                            .formatted(obstacle.nl()),
                    "The picture can't be judged (%s): have it scanned again. This container was scored by the rules alone."
                            .formatted(obstacle.en()));
        }
        return seen((Seen) answered.findings(), weight);
    }

    private static Contribution seen(Seen seen, ImageWeight weight) {
        var points = weight.pointsOf(seen.logOdds());
        return new Contribution(ContributionSource.IMAGE, "image-model", points, reason(seen, points));
    }

    private static LocalText reason(Seen seen, double points) {
        if (seen.findings().isEmpty()) {
            return points > 0
                    ? new LocalText(
                            "Het beeld als geheel lijkt op dat van containers met smokkelwaar; één plek is niet aan te wijzen.",
                            "The picture as a whole resembles those of containers with contraband; no single spot stands out.")
                    : new LocalText(
                            "Het beeldmodel ziet niets opvallends.", "The image model sees nothing that stands out.");
        }
        var heaviest = seen.findings().get(0);
        var place = text(heaviest.place());
        var more = seen.findings().size() - 1;
        if (points > 0) {
            return new LocalText(
                    "Het beeldmodel ziet een verdachte plek %s%s."
                            .formatted(place.nl(), more == 0 ? "" : " en nog " + more + " andere"),
                    "The image model sees a suspicious spot %s%s."
                            .formatted(place.en(), more == 0 ? "" : " and " + more + " more"));
        }
        return new LocalText(
                "Het beeldmodel ziet een plek %s, maar vindt het beeld als geheel niet verdacht.".formatted(place.nl()),
                "The image model sees a spot %s, but does not find the picture as a whole suspicious."
                        .formatted(place.en()));
    }

    private static LocalText text(HidingPlace place) {
        return switch (place) {
            case DOORS ->
                new LocalText("aan een kopse kant (deuren of koelmotor)", "at one end (doors or reefer machinery)");
            case FLOOR -> new LocalText("in of op de vloer", "in or on the floor");
            case ROOF -> new LocalText("in of onder het dak", "in or under the roof");
            case REEFER_END ->
                new LocalText(
                        "aan de kopwand (bij een reefer: de koelmotor)",
                        "at the front end (on a reefer: the machinery)");
            case IN_LOAD -> new LocalText("in de lading", "in the load");
        };
    }

    private static LocalText text(Obstacle obstacle) {
        return switch (obstacle) {
            case TOO_DARK -> new LocalText("te donker", "too dark");
            case SATURATED -> new LocalText("overbelicht of leeg", "saturated or blank");
            case CROPPED -> new LocalText("de container staat er niet helemaal op", "part of the container is missing");
            case UPSIDE_DOWN -> new LocalText("het beeld staat op zijn kop", "the picture is upside down");
            case BLURRED -> new LocalText("onscherp", "blurred");
            case TOO_NOISY -> new LocalText("te veel ruis", "too noisy");
            case NOT_A_CONTAINER ->
                new LocalText(
                        "het lijkt niet op een scan van een container", "it does not look like a scan of a container");
            case NO_CONTRAST -> new LocalText("geen contrast", "no contrast");
            case TOO_SMALL -> new LocalText("te klein", "too small");
        };
    }

    private static Contribution remark(String id, String nl, String en) {
        return new Contribution(ContributionSource.IMAGE, id, 0, new LocalText(nl, en));
    }
}
