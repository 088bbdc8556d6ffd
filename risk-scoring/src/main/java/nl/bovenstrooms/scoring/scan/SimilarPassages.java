package nl.bovenstrooms.scoring.scan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.SimilarLoads;
import nl.bovenstrooms.scoring.history.SimilarLoads.Filter;
import nl.bovenstrooms.scoring.history.SimilarLoads.Neighbour;
import nl.bovenstrooms.scoring.scan.Archive.Filed;
import nl.bovenstrooms.scoring.serving.ServedModel;
import org.jspecify.annotations.Nullable;

/**
 * Passages whose load looks like that of a given one, among all that the model in service has seen. What is searched is made from the
 * database and follows it, change by change: before each search and now and then between. So it finds the same after a restart, and in
 * every instance of the service.
 */
@ApplicationScoped
class SimilarPassages {

    private static final int AT_ONCE = 2_000;

    /** As many of a kind are enough to say that one in fifty would be as far by chance, and fewer don't tell. */
    private static final int OF_ITS_KIND = 50;

    private final Archive archive;
    private final ServedModel served;
    private String modelDigest = "";
    private long position;
    private @Nullable SimilarLoads loads;

    @Inject
    SimilarPassages(Archive archive, ServedModel served) {
        this.archive = archive;
        this.served = served;
    }

    /** What came of a search. */
    sealed interface Answer {

        /**
         * @param neighbours the nearest first
         * @param ownKind null when the goods are not declared, or too few of their kind were seen
         */
        record Found(
                Passage passage,
                List<Found.Neighbouring> neighbours,
                @Nullable OwnKind ownKind) implements Answer {

            public Found {
                neighbours = List.copyOf(neighbours);
            }

            /** @param distance 0 when they look the same, 2 when nothing is alike */
            record Neighbouring(Passage passage, List<String> headings, double distance) {}
        }

        /** Nobody knows of this passage. */
        record Unknown() implements Answer {}

        /** No picture of it was judged, or another model than the one in service judged it: its numbers mean something else. */
        record NotComparable() implements Answer {}
    }

    /**
     * How far a load is from others that were declared as the same goods. It does not count for the score: the archive grows, and the
     * same scan would get another score with every banana that comes in.
     *
     * @param compared how many of the kind tell what is usual
     * @param distance to the nearest one of the kind
     * @param isFar whether none of them is as far from its nearest as this one
     */
    record OwnKind(int compared, double distance, boolean isFar) {}

    @Scheduled(every = "10s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void keepUp() {
        upToDate();
    }

    /** @param filter which passages count; those of the scan itself never do */
    Answer search(UUID scanId, int index, Filter filter, int count) {
        var filed = archive.passage(scanId, index).orElse(null);
        if (filed == null) {
            return new Answer.Unknown();
        }
        var embedding = filed.passage().embedding();
        var searched = upToDate();
        if (embedding == null || searched.isEmpty() || !served.digest().equals(embedding.modelDigest())) {
            return new Answer.NotComparable();
        }
        var neighbours = searched.get().nearest(embedding.numbers(), filter.except(scanId), count);
        return new Answer.Found(
                filed.passage(),
                neighbours.stream().flatMap(near -> named(near).stream()).toList(),
                ownKind(searched.get(), filed, embedding.numbers()));
    }

    private Optional<Answer.Found.Neighbouring> named(Neighbour near) {
        return archive.passage(near.scanId(), near.index())
                .map(filed -> new Answer.Found.Neighbouring(filed.passage(), filed.headings(), near.distance()));
    }

    /** Among those of its heading: a container of several kinds of goods looks like none of them. */
    private static @Nullable OwnKind ownKind(SimilarLoads loads, Filed filed, float[] embedding) {
        if (filed.headings().size() != 1) {
            return null;
        }
        var others = new Filter(
                filed.headings().get(0), "", null, null, filed.passage().scanId());
        var usual = loads.distancesWithin(others, OF_ITS_KIND);
        var nearest = loads.nearest(embedding, others, 1);
        if (usual.size() < OF_ITS_KIND || nearest.isEmpty()) {
            return null;
        }
        var distance = nearest.get(0).distance();
        return new OwnKind(usual.size(), distance, usual.stream().allMatch(one -> one < distance));
    }

    private synchronized Optional<SimilarLoads> upToDate() {
        if (!served.digest().equals(modelDigest)) {
            modelDigest = served.digest();
            position = 0;
            loads = null;
        }
        var changed = archive.changedAfter(position, modelDigest, AT_ONCE);
        while (!changed.isEmpty()) {
            for (var scan : changed) {
                if (loads == null && !scan.passages().isEmpty()) {
                    loads = new SimilarLoads(scan.passages().get(0).embedding().length);
                }
                if (loads != null) {
                    loads.replace(scan.scanId(), scan.passages());
                }
                position = scan.position();
            }
            changed = archive.changedAfter(position, modelDigest, AT_ONCE);
        }
        return Optional.ofNullable(loads);
    }
}
