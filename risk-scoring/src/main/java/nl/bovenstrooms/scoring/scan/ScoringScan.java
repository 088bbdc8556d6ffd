package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.bovenstrooms.scoring.ScoringConfiguration;
import nl.bovenstrooms.scoring.serving.ServedModel;

/**
 * Scores a scan: looks at its pictures, then keeps and judges what was seen. Looking takes the time and needs no database; a database
 * that is away is waited for with what was seen in hand.
 */
@ApplicationScoped
class ScoringScan {

    /** The {@code source} of the events. */
    static final String SOURCE = "/risk-scoring";

    private final LookingAtPictures looking;
    private final ServedModel served;
    private final KeepingScan keeping;
    private final ScoringMetrics metrics;
    private final Retrying whenDatabaseIsAway;

    @Inject
    ScoringScan(
            LookingAtPictures looking,
            ServedModel served,
            KeepingScan keeping,
            ScoringMetrics metrics,
            ScoringConfiguration configuration) {
        this.looking = looking;
        this.served = served;
        this.keeping = keeping;
        this.metrics = metrics;
        whenDatabaseIsAway = Retrying.of(
                configuration.archive().attempts(), configuration.archive().pause());
    }

    /** @throws ScanNotScorable when a picture is missing or damaged */
    void score(Told told) {
        metrics.timed(() -> {
            var scan = told.scan();
            var sight = served.use(scan.scanId().toString(), model -> looking.look(scan, model));
            return whenDatabaseIsAway.call(
                    () -> {
                        keeping.keep(told, sight);
                        return sight;
                    },
                    failure -> true);
        });
    }
}
