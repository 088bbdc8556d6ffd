package nl.bovenstrooms.queue.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.queue.QueueConfiguration;
import org.jdbi.v3.core.Jdbi;

/**
 * When a source hears that an assessment is complete. Of a container that was cleared it hears when it would have heard without a
 * reader, and once: a second word, or a quick one, would tell that somebody looked.
 */
@ApplicationScoped
class Answers {

    private final Jdbi jdbi;
    private final boolean holdsCleared;

    @Inject
    Answers(DataSource dataSource, QueueConfiguration configuration) {
        this.jdbi = Jdbi.create(dataSource);
        this.holdsCleared = configuration.completeAnswer().holdsCleared();
    }

    /** What to do with the answer. */
    enum Moment {
        NOW,
        /** It was given before anybody read the container. */
        GIVEN_BEFORE,
        /** It goes out when it is due. */
        LATER
    }

    /** Decides, and notes it in the transaction that runs. */
    Moment complete(UUID caseId, Instant now) {
        var noted = jdbi.withHandle(handle -> handle.createQuery("""
                        update assessment
                        set answer_held = :holds and answer_at > :now,
                            answered_at = case when :holds and answer_at > :now then null
                                               else cast(:now as timestamptz) end
                        where case_id = :caseId and answered_at is null
                        returning answer_held
                        """)
                .bind("holds", holdsCleared)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("caseId", caseId)
                .mapTo(Boolean.class)
                .findOne());
        return noted.map(held -> held ? Moment.LATER : Moment.NOW).orElse(Moment.GIVEN_BEFORE);
    }
}
