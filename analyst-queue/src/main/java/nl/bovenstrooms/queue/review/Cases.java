package nl.bovenstrooms.queue.review;

import static nl.bovenstrooms.queue.score.ScoredScans.utc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.Decision;
import nl.bovenstrooms.queue.casefile.CaseState;
import nl.bovenstrooms.queue.casefile.CaseState.AwaitingSecondReading;
import nl.bovenstrooms.queue.casefile.CaseState.Claimed;
import nl.bovenstrooms.queue.casefile.CaseState.Decided;
import nl.bovenstrooms.queue.casefile.CaseState.Open;
import nl.bovenstrooms.queue.casefile.Circumstances;
import nl.bovenstrooms.queue.casefile.Deadline;
import nl.bovenstrooms.queue.casefile.Lease;
import nl.bovenstrooms.queue.casefile.LeaseToken;
import nl.bovenstrooms.queue.casefile.Moments;
import nl.bovenstrooms.queue.casefile.Purpose;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The cases. How the next one is claimed stands in {@code docs/claiming.md}. */
@ApplicationScoped
public class Cases {

    private static final int PASSED_AT_ONCE = 500;

    private final Jdbi jdbi;

    @Inject
    Cases(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * A container that is to be read.
     *
     * @param reference what people call it
     * @param risk by which it is ranked: above 0, at most 1
     */
    public record NewCase(
            UUID caseId,
            UUID scanId,
            int containerIndex,
            String reference,
            Moments moments,
            boolean hasImage,
            double risk) {}

    /** A case as it is kept. */
    record StoredCase(
            UUID caseId,
            UUID scanId,
            int containerIndex,
            String reference,
            Purpose purpose,
            CaseState state,
            Moments moments,
            boolean hasImage,
            Deadline deadline,
            @Nullable UUID claimId) {

        Circumstances circumstances(Instant now) {
            return new Circumstances(purpose, hasImage, moments, now);
        }
    }

    /** A claim that now holds. */
    record NewClaim(UUID claimId, String reader, LeaseToken.Hash tokenHash, Instant now, Instant expiresAt) {}

    /** How a reader may claim. */
    record Claimant(String reader, boolean senior, Instant releasedSince) {}

    /** How the queue looks to a reader who got nothing. */
    record WhatIsThere(long waiting, long claimed, @Nullable Instant nextExpiry) {}

    /**
     * Locks the cases of a scan until the transaction ends. Whoever changes a case has its row before that of its assessment: a
     * reader who decides does, and so does a score that is taken in.
     */
    public void lockOf(UUID scanId) {
        jdbi.useHandle(handle ->
                handle.createQuery("""
                        select case_id from review_case where scan_id = :scanId order by container_index for update
                        """).bind("scanId", scanId).mapTo(UUID.class).list());
    }

    /** Opens the case, or brings one that is not decided up to date: its lease, its reader and its purpose stay. */
    public void openOrUpdate(NewCase found, Instant now) {
        var moments = found.moments();
        var deadline = moments.next(now);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into review_case as kept
                               (case_id, scan_id, container_index, reference, opened_at, state, purpose, waiting_since,
                                cut_off, departure, arrival, direction, received_at, has_image,
                                deadline, deadline_kind, passed, risk)
                        values (:caseId, :scanId, :containerIndex, :reference, :now, 'OPEN', 'FIRST_READING', :now,
                                :cutOff, :departure, :arrival, :direction, :receivedAt, :hasImage,
                                :deadline, :deadlineKind, :passed, :risk)
                        on conflict (case_id) do update
                           set cut_off = excluded.cut_off, departure = excluded.departure, arrival = excluded.arrival,
                               direction = excluded.direction, has_image = excluded.has_image,
                               deadline = excluded.deadline, deadline_kind = excluded.deadline_kind,
                               passed = excluded.passed, risk = excluded.risk
                         where kept.state <> 'DECIDED'
                        """)
                .bind("caseId", found.caseId())
                .bind("scanId", found.scanId())
                .bind("containerIndex", found.containerIndex())
                .bind("reference", found.reference())
                .bind("now", utc(now))
                .bind("cutOff", utc(moments.cutOff()))
                .bind("departure", utc(moments.departure()))
                .bind("arrival", utc(moments.arrival()))
                .bind("direction", moments.direction().name())
                .bind("receivedAt", utc(moments.receivedAt()))
                .bind("hasImage", found.hasImage())
                .bind("deadline", utc(deadline.at()))
                .bind("deadlineKind", deadline.kind().name())
                .bind("passed", deadline.passed())
                .bind("risk", found.risk())
                .execute());
    }

    /**
     * Notes that the score of a decided case has changed since.
     *
     * @return false when the case is not decided
     */
    public boolean noteChangedScore(UUID caseId, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update review_case set score_changed_at = :now
                                where case_id = :caseId and state = 'DECIDED'
                                """)
                        .bind("now", utc(now))
                        .bind("caseId", caseId)
                        .execute()
                == 1);
    }

    /** The case shows another container now: what its holder looked at counts no more. */
    public void startLookingAgain(UUID caseId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update review_case set image_opened_at = null, revealed_at = null
                        where case_id = :caseId and state = 'CLAIMED'
                        """).bind("caseId", caseId).execute());
    }

    /** Lets each case whose deadline has passed go on to its next one. Usually there is none, and an index says so. */
    void passDeadlines(Instant now) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select * from review_case
                        where state <> 'DECIDED' and not passed and deadline <= :now
                        order by deadline limit :limit for update skip locked
                        """)
                .bind("now", utc(now))
                .bind("limit", PASSED_AT_ONCE)
                .map((row, context) -> storedCase(row))
                .list()
                .forEach(passed -> {
                    var next = passed.moments().next(now);
                    handle.createUpdate("""
                                    update review_case set deadline = :deadline, deadline_kind = :kind, passed = :passed
                                    where case_id = :caseId
                                    """)
                            .bind("deadline", utc(next.at()))
                            .bind("kind", next.kind().name())
                            .bind("passed", next.passed())
                            .bind("caseId", passed.caseId())
                            .execute();
                }));
    }

    /** Makes one reader's claims come one after the other, so that two browser windows don't get two cases. */
    void lockReader(String reader) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select pg_advisory_xact_lock(hashtextextended('reader ' || :reader, 0))::text")
                .bind("reader", reader)
                .mapTo(String.class)
                .list());
    }

    /** Gives the running claim of a reader a new token: the old one was never kept, so it can't be told again. */
    Optional<StoredCase> renewToken(String reader, LeaseToken.Hash tokenHash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update review_case set lease_hash = :tokenHash
                        where case_id = (
                            select case_id from review_case
                            where state = 'CLAIMED' and claimed_by = :reader and free_from > :now
                            limit 1 for update)
                        returning *
                        """)
                .bind("reader", reader)
                .bind("tokenHash", bytes(tokenHash))
                .bind("now", utc(now))
                .map((row, context) -> storedCase(row))
                .findOne());
    }

    /** Claims the first case in order that this reader may have and nobody holds, if there is one. */
    Optional<StoredCase> claimNext(Claimant claimant, NewClaim claim) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update review_case
                        set state = 'CLAIMED', claim_id = :claimId, claimed_by = :reader, claimed_at = :now,
                            lease_hash = :tokenHash, free_from = :expiresAt, image_opened_at = null, revealed_at = null
                        where case_id = (
                            select case_id from review_case candidate
                            where state <> 'DECIDED' and free_from <= :now
                              and (purpose = 'FIRST_READING' or :senior)
                              and not exists (
                                  select 1 from reading
                                  where reading.reader = :reader and reading.case_id = candidate.case_id
                                    and (ended <> 'RELEASED' or ended_at > :releasedSince))
                            order by passed, rank
                            limit 1
                            for update skip locked)
                        returning *
                        """)
                .bind("claimId", claim.claimId())
                .bind("reader", claim.reader())
                .bind("now", utc(claim.now()))
                .bind("tokenHash", bytes(claim.tokenHash()))
                .bind("expiresAt", utc(claim.expiresAt()))
                .bind("senior", claimant.senior())
                .bind("releasedSince", utc(claimant.releasedSince()))
                .map((row, context) -> storedCase(row))
                .findOne());
    }

    WhatIsThere whatIsThere(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) filter (where free_from <= :now) as waiting,
                               count(*) filter (where free_from > :now) as claimed,
                               min(free_from) filter (where free_from > :now) as next_expiry
                        from review_case where state <> 'DECIDED'
                        """)
                .bind("now", utc(now))
                .map((row, context) ->
                        new WhatIsThere(row.getLong("waiting"), row.getLong("claimed"), instant(row, "next_expiry")))
                .one());
    }

    /** The case, locked until the transaction ends. */
    Optional<StoredCase> lock(UUID caseId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from review_case where case_id = :caseId for update")
                        .bind("caseId", caseId)
                        .map((row, context) -> storedCase(row))
                        .findOne());
    }

    Optional<StoredCase> find(UUID caseId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from review_case where case_id = :caseId")
                .bind("caseId", caseId)
                .map((row, context) -> storedCase(row))
                .findOne());
    }

    void extend(UUID caseId, Instant expiresAt) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update review_case set free_from = :expiresAt where case_id = :caseId")
                        .bind("expiresAt", utc(expiresAt))
                        .bind("caseId", caseId)
                        .execute());
    }

    void imageOpened(UUID caseId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update review_case set image_opened_at = coalesce(image_opened_at, :now) where case_id = :caseId
                        """)
                .bind("now", utc(now))
                .bind("caseId", caseId)
                .execute());
    }

    void revealed(UUID caseId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update review_case set revealed_at = coalesce(revealed_at, :now) where case_id = :caseId")
                .bind("now", utc(now))
                .bind("caseId", caseId)
                .execute());
    }

    /** Gives the case back: it waits again, for as long as it did before. */
    void release(StoredCase held) {
        var waits = held.purpose() == Purpose.FIRST_READING ? "OPEN" : "AWAITING_SECOND_READING";
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update review_case
                        set state = :state, free_from = '-infinity', claim_id = null, claimed_by = null,
                            claimed_at = null, lease_hash = null, image_opened_at = null, revealed_at = null
                        where case_id = :caseId
                        """)
                .bind("state", waits)
                .bind("caseId", held.caseId())
                .execute());
    }

    /** Lets the case wait for a second reader. */
    void passOn(UUID caseId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update review_case
                        set state = 'AWAITING_SECOND_READING', purpose = 'SECOND_READING', waiting_since = :now,
                            free_from = '-infinity', claim_id = null, claimed_by = null, claimed_at = null,
                            lease_hash = null, image_opened_at = null, revealed_at = null
                        where case_id = :caseId
                        """)
                .bind("now", utc(now))
                .bind("caseId", caseId)
                .execute());
    }

    /** Closes the case. Claim and token hash stay, so that its reader can ask again for an answer that got lost. */
    void decide(UUID caseId, Decision decision, String reader, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update review_case
                        set state = 'DECIDED', decision = :decision, decided_by = :reader, decided_at = :now
                        where case_id = :caseId
                        """)
                .bind("decision", decision.name())
                .bind("reader", reader)
                .bind("now", utc(now))
                .bind("caseId", caseId)
                .execute());
    }

    /** How a claim ended. */
    record Reading(
            UUID caseId,
            UUID claimId,
            String reader,
            Purpose purpose,
            Ended ended,
            @Nullable Decision decision,
            String note,
            Instant endedAt) {

        enum Ended {
            DECIDED,
            PASSED_ON,
            RELEASED
        }
    }

    void add(Reading reading) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into reading (case_id, claim_id, reader, purpose, ended, decision, note, ended_at)
                        values (:caseId, :claimId, :reader, :purpose, :ended, :decision, :note, :endedAt)
                        """)
                .bind("caseId", reading.caseId())
                .bind("claimId", reading.claimId())
                .bind("reader", reading.reader())
                .bind("purpose", reading.purpose().name())
                .bind("ended", reading.ended().name())
                .bind(
                        "decision",
                        reading.decision() == null ? null : reading.decision().name())
                .bind("note", reading.note())
                .bind("endedAt", utc(reading.endedAt()))
                .execute());
    }

    /** The decision that this reader took with this token, if it is what closed the case. */
    Optional<TakenDecision> takenBy(UUID caseId, String reader, LeaseToken.Hash tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select reading.decision, reading.ended_at from reading join review_case using (case_id)
                        where case_id = :caseId and state = 'DECIDED' and reading.claim_id = review_case.claim_id
                          and review_case.decided_by = :reader and review_case.lease_hash = :tokenHash
                        """)
                .bind("caseId", caseId)
                .bind("reader", reader)
                .bind("tokenHash", bytes(tokenHash))
                .map((row, context) -> new TakenDecision(
                        Decision.valueOf(row.getString("decision")),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** A decision that stands. */
    record TakenDecision(Decision decision, Instant at) {}

    private static StoredCase storedCase(ResultSet row) throws SQLException {
        return new StoredCase(
                row.getObject("case_id", UUID.class),
                row.getObject("scan_id", UUID.class),
                row.getInt("container_index"),
                row.getString("reference"),
                Purpose.valueOf(row.getString("purpose")),
                state(row),
                new Moments(
                        instant(row, "cut_off"),
                        instant(row, "departure"),
                        instant(row, "arrival"),
                        Moments.Direction.valueOf(row.getString("direction")),
                        required(row, "received_at")),
                row.getBoolean("has_image"),
                new Deadline(
                        required(row, "deadline"),
                        Deadline.Kind.valueOf(row.getString("deadline_kind")),
                        row.getBoolean("passed")),
                row.getObject("claim_id", UUID.class));
    }

    private static CaseState state(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "OPEN" -> new Open();
            case "AWAITING_SECOND_READING" -> new AwaitingSecondReading();
            case "CLAIMED" ->
                new Claimed(
                        new Lease(
                                row.getString("claimed_by"),
                                new LeaseToken.Hash(HexFormat.of().formatHex(row.getBytes("lease_hash"))),
                                required(row, "claimed_at"),
                                required(row, "free_from")),
                        row.getObject("image_opened_at") != null,
                        row.getObject("revealed_at") != null);
            case "DECIDED" -> new Decided(Decision.valueOf(row.getString("decision")));
            default -> throw new IllegalStateException("a case can't be " + state);
        };
    }

    private static byte[] bytes(LeaseToken.Hash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
