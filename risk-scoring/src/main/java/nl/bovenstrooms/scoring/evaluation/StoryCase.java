package nl.bovenstrooms.scoring.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;
import nl.bovenstrooms.contracts.event.ScanScored.Contribution;
import nl.bovenstrooms.contracts.event.ScanScored.ContributionSource;
import nl.bovenstrooms.scoring.evaluation.StoryLooks.LookedStory;
import nl.bovenstrooms.scoring.evaluation.StoryLooks.Threat;
import nl.bovenstrooms.scoring.rules.RuleBook;
import nl.bovenstrooms.scoring.scan.Rehearsing;
import nl.bovenstrooms.scoring.scan.Rehearsing.Evidence;
import nl.bovenstrooms.scoring.score.Combination;
import nl.bovenstrooms.scoring.score.RiskScore;
import org.jspecify.annotations.Nullable;

/**
 * A container that somebody may have to read, with all that speaks for and against it.
 *
 * @param story its number among the stories
 * @param method by which its story smuggles; null in an honest one
 * @param threat in this container; null when there is none
 * @param contributions by what they are made from, with the points of the rule book
 */
record StoryCase(
        int story, @Nullable String method, @Nullable Threat threat, Map<Variant, List<Contribution>> contributions) {

    /** A scan is read within a day and a half; half a day is what others have time to come in. */
    private static final Duration READ_AFTER = Duration.ofHours(12);

    StoryCase {
        contributions = Map.copyOf(contributions);
    }

    /** From what a score is made. */
    enum Variant {
        IMAGE("image alone"),
        RULES("manifest alone: rules without picture and past"),
        BOTH("image and rules"),
        WHOLE("image, rules, other scans, habits and amendments");

        private final String says;

        Variant(String says) {
            this.says = says;
        }

        String says() {
            return says;
        }
    }

    boolean holdsThreat() {
        return threat != null;
    }

    boolean isFromSmuggler() {
        return method != null;
    }

    /** The sum of the points, which orders the queue. */
    double points(Variant variant, Combination combination) {
        return score(variant, combination).contributions().stream()
                        .mapToLong(contribution -> Math.round(contribution.points() * 100))
                        .sum()
                / 100.0;
    }

    RiskScore score(Variant variant, Combination combination) {
        return RiskScore.of(contributions.getOrDefault(variant, List.of()), combination);
    }

    /** All containers of the stories, as the service scores them by this book. */
    static List<StoryCase> of(List<LookedStory> stories, RuleBook byTheBook) {
        var scans = stories.stream()
                .flatMap(story -> story.scans().stream())
                .map(scan -> scan.rehearsed())
                .toList();
        var comparisons =
                stories.stream().flatMap(story -> story.comparisons().stream()).toList();
        var papers = Rehearsing.judge(scans, comparisons, byTheBook, Evidence.PAPERS, READ_AFTER);
        var picture = Rehearsing.judge(scans, comparisons, byTheBook, Evidence.PICTURE, READ_AFTER);
        var past = Rehearsing.judge(scans, comparisons, byTheBook, Evidence.PAST, READ_AFTER);
        var cases = new ArrayList<StoryCase>();
        var scan = 0;
        for (var number = 0; number < stories.size(); number++) {
            var story = stories.get(number);
            for (var looked : story.scans()) {
                // A second container that the finder makes of one is read too, and holds nothing.
                for (var index = 0; index < past.get(scan).size(); index++) {
                    var contributions = new EnumMap<Variant, List<Contribution>>(Variant.class);
                    contributions.put(Variant.IMAGE, ofImage(picture.get(scan).get(index)));
                    contributions.put(
                            Variant.RULES,
                            index < papers.get(scan).size()
                                    ? ofRules(papers.get(scan).get(index))
                                    : List.of());
                    contributions.put(Variant.BOTH, picture.get(scan).get(index).contributions());
                    contributions.put(Variant.WHOLE, past.get(scan).get(index).contributions());
                    cases.add(
                            new StoryCase(number, story.method(), index == 0 ? looked.threat() : null, contributions));
                }
                scan++;
            }
        }
        return cases;
    }

    private static List<Contribution> ofImage(ContainerScore score) {
        return score.contributions().stream()
                .filter(contribution -> contribution.source() == ContributionSource.IMAGE)
                .toList();
    }

    private static List<Contribution> ofRules(ContainerScore score) {
        return score.contributions().stream()
                .filter(contribution -> contribution.source() != ContributionSource.IMAGE)
                .toList();
    }
}
