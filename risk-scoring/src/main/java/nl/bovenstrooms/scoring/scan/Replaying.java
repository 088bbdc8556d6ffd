package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.scoring.rules.ActiveRuleBook;
import nl.bovenstrooms.scoring.scan.Archive.StoredScore;

/**
 * Makes stored scores again from what they were made from, and compares them with what was published, byte by byte. What the model saw
 * is taken as it was kept; the rule book has to be the one of that time, and scores of another one are left to the release that has it.
 */
@ApplicationScoped
class Replaying {

    private final Archive archive;
    private final JudgingScan judging;
    private final ActiveRuleBook rules;

    @Inject
    Replaying(Archive archive, JudgingScan judging, ActiveRuleBook rules) {
        this.archive = archive;
        this.judging = judging;
        this.rules = rules;
    }

    /**
     * @param same scores that came out the same
     * @param different those that did not, as {@code scan version}
     * @param ofOtherRuleBook scores that this release can't make again
     */
    record Replay(long same, List<String> different, long ofOtherRuleBook) {

        Replay {
            different = List.copyOf(different);
        }
    }

    /** Replays every score there is. */
    Replay replay() {
        var counts = new long[2];
        var ruleBook = rules.get().version();
        var different = new ArrayList<String>();
        archive.forEachScore((score, published) -> {
            var scored = score.event().data();
            if (!scored.versions().ruleBook().equals(ruleBook)) {
                counts[1]++;
                return;
            }
            if (Arrays.equals(EventCodec.write(again(score)), published)) {
                counts[0]++;
                return;
            }
            var revision = scored.revision();
            different.add(scored.scan().scanId() + " " + (revision == null ? 0 : revision.version()));
        });
        return new Replay(counts[0], different, counts[1]);
    }

    private Event<ScanScored> again(StoredScore score) {
        var event = score.event();
        var judgement = judging.judge(score.basis());
        var scored = new ScanScored(
                event.data().scoreId(),
                score.basis().known().latest().scan(),
                judgement.containers(),
                judgement.versions(),
                event.data().revision());
        return new Event<>(
                event.specversion(),
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                event.datacontenttype(),
                scored);
    }
}
