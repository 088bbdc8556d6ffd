package nl.bovenstrooms.scoring.scan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.event.ScanScored.PictureComparison;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.scoring.history.Embedding;
import nl.bovenstrooms.scoring.history.Habits;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.Past;
import nl.bovenstrooms.scoring.history.PicturePair;
import nl.bovenstrooms.scoring.history.Shipment;
import nl.bovenstrooms.scoring.history.SimilarLoads.Seen;
import nl.bovenstrooms.scoring.image.ImageFindings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** All scans and their scores. */
@ApplicationScoped
class Archive {

    /** Any number, the same in all instances of the service. */
    private static final long LOCK = 0x0_5C0_4149L;

    /** More would not make a lot clearer, and would make one bill of lading a load for the service. */
    private static final int MOST_AROUND = 2_000;

    private static final int AT_ONCE = 100;

    private static final ObjectMapper MAPPER = EventCodec.mapper()
            .copy()
            .addMixIn(ImageFindings.class, NamedFindings.class)
            .addMixIn(ImageFindings.Seen.class, WithoutHeatMap.class);

    private final Jdbi jdbi;

    @Inject
    Archive(DataSource dataSource) {
        this(Jdbi.create(dataSource));
    }

    /** Outside the service. */
    Archive(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param environment with {@code BOVENSTROOMS_SCORING_URL}, {@code _USER} and {@code _PASSWORD} */
    static Archive of(Map<String, String> environment) {
        return new Archive(Jdbi.create(
                environment.getOrDefault("BOVENSTROOMS_SCORING_URL", "jdbc:postgresql://localhost/scoring"),
                environment.getOrDefault("BOVENSTROOMS_SCORING_USER", "scoring"),
                environment.getOrDefault("BOVENSTROOMS_SCORING_PASSWORD", "")));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(ImageFindings.Seen.class), @JsonSubTypes.Type(ImageFindings.NotReadable.class)})
    private interface NamedFindings {}

    /** It is in the image store, and {@link Look.Spot} says where. */
    @SuppressWarnings("UnusedMethod") // read by the mapper
    private interface WithoutHeatMap {
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Raster heatMap();
    }

    /** Something changed that matters to the score of another scan. */
    record Mark(Because because, UUID cause) {}

    /** A container's passage, with what it is found by. */
    record Filed(
            Passage passage,
            List<String> headings,
            @Nullable Shipment shipment) {}

    /** All that the scores of a scan are made from, beside the rule book. */
    record Basis(KnownScan known, List<Past> pasts) {

        Basis {
            pasts = List.copyOf(pasts);
        }
    }

    /** A score that was published. */
    record StoredScore(Basis basis, Event<ScanScored> event) {}

    /**
     * Lets one transaction at a time change what scores depend on: it sees all that was there before, and marks what changes by it.
     * They are short; nobody looks at a picture in one.
     */
    void lock() {
        jdbi.useHandle(handle -> handle.createQuery("select pg_advisory_xact_lock(:lock)::text")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .list());
    }

    Optional<KnownScan> find(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery("select known from scan where scan_id = :scanId")
                .bind("scanId", scanId)
                .map((row, context) -> read(row.getString("known"), KnownScan.class))
                .findOne());
    }

    void put(KnownScan known, List<Filed> containers, boolean isNew) {
        var scanId = known.scanId();
        jdbi.useHandle(handle -> {
            handle.createUpdate(isNew ? """
                                    insert into scan (scan_id, known, keep_until)
                                    values (:scanId, cast(:known as json), :keepUntil)
                                    """ : """
                                    update scan set known = cast(:known as json), keep_until = :keepUntil
                                    where scan_id = :scanId
                                    """)
                    .bind("scanId", scanId)
                    .bind("known", json(known))
                    .bind("keepUntil", Retention.keepUntil(known))
                    .execute();
            if (!isNew) {
                delete(handle, List.of("passage", "shipment"), List.of(scanId));
            }
            file(handle, List.of(scanId));
            var batch = handle.prepareBatch("""
                    insert into passage (scan_id, container_index, keys, passed_at, size_type, headings, embedding,
                                         model_digest, passage)
                    values (:scanId, :index, :keys, :at, :sizeType, :headings, :embedding, :modelDigest,
                            cast(:passage as json))
                    """);
            for (var container : containers) {
                var passage = container.passage();
                var embedding = passage.embedding();
                batch.bind("scanId", scanId)
                        .bind("index", passage.index())
                        .bindArray("keys", String.class, passage.keys())
                        .bind("at", passage.at().atOffset(ZoneOffset.UTC))
                        .bind("sizeType", passage.sizeType())
                        .bindArray("headings", String.class, container.headings())
                        .bind("embedding", embedding == null ? null : embedding.bytes())
                        .bind("modelDigest", embedding == null ? null : embedding.modelDigest())
                        .bind("passage", json(passage))
                        .add();
            }
            batch.execute();
            var shipments = handle.prepareBatch("""
                    insert into shipment (scan_id, container_index, sender, receiver, bill, chapters, passed_at)
                    values (:scanId, :index, :sender, :receiver, :bill, :chapters, :at)
                    """);
            for (var container : containers) {
                var shipment = container.shipment();
                if (shipment != null) {
                    shipments
                            .bind("scanId", scanId)
                            .bind("index", container.passage().index())
                            .bind("sender", shipment.sender())
                            .bind("receiver", shipment.receiver())
                            .bind("bill", shipment.bill())
                            .bindArray("chapters", String.class, shipment.chapters())
                            .bind("at", shipment.at().atOffset(ZoneOffset.UTC))
                            .add();
                }
            }
            if (shipments.size() > 0) {
                shipments.execute();
            }
        });
    }

    /** Says that something of a scan is not as it was. */
    private static void file(Handle handle, List<UUID> scanIds) {
        handle.createUpdate("""
                        insert into filing (scan_id, position)
                        select scan_id, nextval('filing_position') from unnest(:scanIds) as scan_id
                        on conflict (scan_id) do update set position = excluded.position
                        """).bindArray("scanIds", UUID.class, scanIds).execute();
    }

    private static void delete(Handle handle, List<String> tables, List<UUID> scanIds) {
        tables.forEach(table -> handle.createUpdate("delete from <table> where scan_id = any(:scanIds)")
                .define("table", table)
                .bindArray("scanIds", UUID.class, scanIds)
                .execute());
    }

    /**
     * Deletes all that is kept of scans that may be kept no longer.
     *
     * @param most how many of them
     * @return how many there were
     */
    int forget(LocalDate today, int most) {
        return jdbi.withHandle(handle -> {
            var gone = handle.createQuery(
                            "select scan_id from scan where keep_until < :today order by keep_until, scan_id limit :most")
                    .bind("today", today)
                    .bind("most", most)
                    .map((row, context) -> row.getObject("scan_id", UUID.class))
                    .list();
            handle.createUpdate("delete from encounter where other_scan_id = any(:scanIds)")
                    .bindArray("scanIds", UUID.class, gone)
                    .execute();
            // What is told of a scan meanwhile waits for its row (see Outcomes), so that its outcomes go after it.
            delete(handle, List.of("rescoring", "encounter", "shipment", "passage", "score", "scan", "outcome"), gone);
            file(handle, gone);
            return gone.size();
        });
    }

    /** What can be searched of a scan, as it stands now. */
    record Changed(UUID scanId, long position, List<Seen> passages) {}

    /**
     * Scans that changed or went, in the order of that.
     *
     * @param position behind which to begin
     * @param modelDigest of the model whose embeddings count
     * @param most how many scans
     */
    List<Changed> changedAfter(long position, String modelDigest, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select filed.scan_id, filed.position, container_index, passed_at, size_type, headings, embedding,
                               model_digest
                        from (select scan_id, position from filing where position > :position
                              order by position limit :most) filed
                        left join passage on passage.scan_id = filed.scan_id and embedding is not null
                                         and model_digest = :modelDigest
                        order by filed.position, container_index
                        """)
                .bind("position", position)
                .bind("most", most)
                .bind("modelDigest", modelDigest)
                .reduceRows(new ArrayList<>(), (changed, row) -> {
                    var scanId = row.getColumn("scan_id", UUID.class);
                    if (changed.isEmpty()
                            || !changed.get(changed.size() - 1).scanId().equals(scanId)) {
                        changed.add(new Changed(scanId, row.getColumn("position", Long.class), new ArrayList<>()));
                    }
                    if (row.getColumn("embedding", byte[].class) != null) {
                        changed.get(changed.size() - 1).passages().add(seen(scanId, row));
                    }
                    return changed;
                }));
    }

    private static Seen seen(UUID scanId, RowView row) {
        return new Seen(
                scanId,
                row.getColumn("container_index", Integer.class),
                row.getColumn("passed_at", OffsetDateTime.class).toInstant(),
                List.of(row.getColumn("headings", String[].class)),
                row.getColumn("size_type", String.class),
                Embedding.of(row.getColumn("model_digest", String.class), row.getColumn("embedding", byte[].class))
                        .numbers());
    }

    /** A passage with what it is found by, without its shipment. */
    Optional<Filed> passage(UUID scanId, int index) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select passage, headings, embedding, model_digest from passage
                        where scan_id = :scanId and container_index = :index
                        """)
                .bind("scanId", scanId)
                .bind("index", index)
                .map((row, context) -> new Filed(
                        passage(row),
                        List.of((String[]) row.getArray("headings").getArray()),
                        null))
                .findOne());
    }

    private static Passage passage(ResultSet row) throws SQLException {
        var passage = read(row.getString("passage"), Passage.class);
        var embedding = row.getBytes("embedding");
        return embedding == null ? passage : passage.with(Embedding.of(row.getString("model_digest"), embedding));
    }

    /** What the sender of a shipment sent in the time before that habits are made of; more than a lot of it, too. */
    List<Shipment> earlier(Shipment shipment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select sender, receiver, bill, chapters, passed_at from shipment
                        where sender = :sender and passed_at >= :from and passed_at < :until
                        """)
                .bind("sender", shipment.sender())
                .bind("from", shipment.at().minus(Habits.REMEMBERED).atOffset(ZoneOffset.UTC))
                .bind("until", shipment.at().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Shipment(
                        row.getString("sender"),
                        row.getString("receiver"),
                        row.getString("bill"),
                        Set.of((String[]) row.getArray("chapters").getArray()),
                        row.getObject("passed_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Scans for whose habits a shipment counts. */
    Set<UUID> scansAfter(Shipment shipment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct scan_id from shipment
                        where sender = :sender and passed_at > :from and passed_at <= :until
                        """)
                .bind("sender", shipment.sender())
                .bind("from", shipment.at().atOffset(ZoneOffset.UTC))
                .bind("until", shipment.at().plus(Habits.REMEMBERED).atOffset(ZoneOffset.UTC))
                .map((row, context) -> row.getObject("scan_id", UUID.class))
                .set());
    }

    /** All passages that share a key, in the order of time. */
    List<Passage> sharing(Set<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select passage, embedding, model_digest from passage where keys && cast(:keys as text[])
                        order by passed_at, scan_id, container_index limit :limit
                        """)
                .bindArray("keys", String.class, keys)
                .bind("limit", MOST_AROUND)
                .map((row, context) -> passage(row))
                .list());
    }

    Optional<StoredScore> lastScore(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select basis, event from score where scan_id = :scanId order by version desc limit 1
                        """)
                .bind("scanId", scanId)
                .map((row, context) -> storedScore(row))
                .findOne());
    }

    /** Every score, with the bytes that were published; in no order. */
    void forEachScore(BiConsumer<StoredScore, byte[]> consumer) {
        jdbi.useTransaction(handle -> handle.createQuery("select basis, event from score")
                .setFetchSize(AT_ONCE)
                .map((row, context) -> {
                    consumer.accept(storedScore(row), row.getBytes("event"));
                    return true;
                })
                .forEach(done -> {}));
    }

    /** The last score of every scan of which one was made since then; in no order. */
    <T> T lastScores(Instant since, Function<Stream<StoredScore>, T> use) {
        return jdbi.inTransaction(handle -> {
            try (var scores = handle
                    .createQuery("""
                            select distinct on (scan_id) basis, event from score where scored_at >= :since
                            order by scan_id, version desc
                            """)
                    .bind("since", since.atOffset(ZoneOffset.UTC))
                    .setFetchSize(AT_ONCE)
                    .map((row, context) -> storedScore(row))
                    .stream()) {
                return use.apply(scores);
            }
        });
    }

    private static StoredScore storedScore(ResultSet row) throws SQLException {
        return new StoredScore(
                read(row.getString("basis"), Basis.class),
                EventCodec.read(row.getBytes("event"), EventType.SCAN_SCORED, ScanScored.class));
    }

    void add(UUID scanId, int version, StoredScore score) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into score (scan_id, version, scored_at, basis, event)
                        values (:scanId, :version, :scoredAt, cast(:basis as json), :event)
                        """)
                .bind("scanId", scanId)
                .bind("version", version)
                .bind("scoredAt", score.event().time())
                .bind("basis", json(score.basis()))
                .bind("event", EventCodec.write(score.event()))
                .execute());
    }

    /** What came of laying two pictures on each other; the first time that it is asked for, the pair is noted to be compared. */
    Optional<PictureComparison> comparison(PicturePair pair, Instant now) {
        return jdbi.withHandle(handle -> {
            var isNew = handle.createUpdate("""
                                    insert into comparison (pair_id, earlier_scan_id, later_scan_id, pair, asked_at)
                                    values (:id, :earlier, :later, cast(:pair as json), :now) on conflict do nothing
                                    """)
                            .bind("id", pair.id())
                            .bind("earlier", pair.earlier().scanId())
                            .bind("later", pair.later().scanId())
                            .bind("pair", json(pair))
                            .bind("now", now.atOffset(ZoneOffset.UTC))
                            .execute()
                    == 1;
            return isNew
                    ? Optional.empty()
                    : handle.createQuery("select comparison from comparison where pair_id = :id")
                            .bind("id", pair.id())
                            .map((row, context) -> row.getString("comparison"))
                            .findOne()
                            .map(json -> read(json, PictureComparison.class));
        });
    }

    /** The pair of pictures that waits longest to be compared. */
    Optional<PicturePair> longestUncompared() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select pair from comparison where comparison is null order by asked_at, pair_id limit 1
                        """)
                .map((row, context) -> read(row.getString("pair"), PicturePair.class))
                .findOne());
    }

    /** @return false when another one has it already */
    boolean put(PicturePair pair, PictureComparison comparison) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update comparison set comparison = cast(:comparison as json)
                                where pair_id = :id and comparison is null
                                """)
                        .bind("id", pair.id())
                        .bind("comparison", json(comparison))
                        .execute()
                == 1);
    }

    /** Puts the links from the containers of a scan to their scans at the other end of the voyage in place of those there were. */
    void link(UUID scanId, List<Past> pasts, boolean isNew) {
        jdbi.useHandle(handle -> {
            if (!isNew) {
                handle.createUpdate("delete from encounter where scan_id = :scanId")
                        .bind("scanId", scanId)
                        .execute();
            }
            for (var index = 0; index < pasts.size(); index++) {
                var encounter = pasts.get(index).encounter();
                if (encounter == null) {
                    continue;
                }
                handle.createUpdate("""
                                insert into encounter (scan_id, container_index, other_scan_id, other_index,
                                                       is_earlier, has_same_number)
                                values (:scanId, :index, :otherScanId, :otherIndex, :isEarlier, :hasSameNumber)
                                """)
                        .bind("scanId", scanId)
                        .bind("index", index)
                        .bind("otherScanId", encounter.scanId())
                        .bind("otherIndex", encounter.index())
                        .bind("isEarlier", encounter.earlier())
                        .bind("hasSameNumber", encounter.sameNumber())
                        .execute();
            }
        });
    }

    /** Notes that scans are to be scored again; the same reason counts once. */
    void mark(Collection<UUID> scanIds, Mark mark, Instant now) {
        if (scanIds.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into rescoring (scan_id, because, cause, noted_at)
                    values (:scanId, :because, :cause, :now) on conflict do nothing
                    """);
            for (var scanId : scanIds) {
                batch.bind("scanId", scanId)
                        .bind("because", mark.because().name())
                        .bind("cause", mark.cause())
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .add();
            }
            batch.execute();
        });
    }

    /**
     * The scan that waits longest to be scored again.
     *
     * @param except scans to leave out
     */
    Optional<UUID> longestMarked(Set<UUID> except) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select scan_id from rescoring where scan_id <> all(:except) order by noted_at, scan_id limit 1
                        """)
                .bindArray("except", UUID.class, except)
                .map((row, context) -> row.getObject("scan_id", UUID.class))
                .findOne());
    }

    /** Takes the marks of a scan away. */
    List<Mark> takeMarks(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with taken as (delete from rescoring where scan_id = :scanId returning because, cause)
                        select because, cause from taken order by because, cause
                        """)
                .bind("scanId", scanId)
                .map((row, context) ->
                        new Mark(Because.valueOf(row.getString("because")), row.getObject("cause", UUID.class)))
                .list());
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can always be written", e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept can always be read", e);
        }
    }
}
