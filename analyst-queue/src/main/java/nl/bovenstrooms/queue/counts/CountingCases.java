package nl.bovenstrooms.queue.counts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import nl.bovenstrooms.queue.QueueConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts what waits, and sees whether it waits too long. */
@ApplicationScoped
public class CountingCases {

    private final Jdbi jdbi;
    private final QueueConfiguration configuration;
    private final WaitingLimits limits;
    private final Clock clock;

    @Inject
    CountingCases(DataSource dataSource, QueueConfiguration configuration, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.configuration = configuration;
        this.limits = new WaitingLimits(
                configuration.alarm().waiting(), configuration.alarm().deadlineWithin());
        this.clock = clock;
    }

    Counts count() {
        var now = clock.instant();
        var today = now.atZone(configuration.timeZone())
                .toLocalDate()
                .atStartOfDay(configuration.timeZone())
                .toInstant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) filter (where free_from <= :now) as waiting,
                               count(*) filter (where free_from > :now) as claimed,
                               count(*) filter (where free_from <= :now and purpose = 'SECOND_READING') as second_readings,
                               min(waiting_since) filter (where free_from <= :now) as oldest_waiting_since,
                               min(deadline) filter (where free_from <= :now and not passed
                                                       and deadline_kind <> 'NONE' and deadline > :now) as next_deadline,
                               (select count(*) from review_case
                                where state = 'DECIDED' and decided_at >= :today) as decided_today
                        from review_case where state <> 'DECIDED'
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("today", today.atOffset(ZoneOffset.UTC))
                .map((row, context) -> {
                    var oldest = instant(row, "oldest_waiting_since");
                    var deadline = instant(row, "next_deadline");
                    return new Counts(
                            row.getLong("waiting"),
                            row.getLong("claimed"),
                            row.getLong("second_readings"),
                            row.getLong("decided_today"),
                            oldest,
                            deadline,
                            limits.areExceeded(now, oldest, deadline));
                })
                .one());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
