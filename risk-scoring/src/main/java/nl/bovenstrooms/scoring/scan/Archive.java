package nl.bovenstrooms.scoring.scan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.Event;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.EventType;
import nl.bovenstrooms.contracts.event.ScanScored;
import nl.bovenstrooms.contracts.event.ScanScored.Because;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.scoring.history.Passage;
import nl.bovenstrooms.scoring.history.Past;
import nl.bovenstrooms.scoring.image.ImageFindings;
import org.jdbi.v3.core.Jdbi;
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
            float @Nullable [] embedding,
            @Nullable String modelDigest) {}

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
            handle.createUpdate(
                            isNew
                                    ? "insert into scan (scan_id, known) values (:scanId, cast(:known as json))"
                                    : "update scan set known = cast(:known as json) where scan_id = :scanId")
                    .bind("scanId", scanId)
                    .bind("known", json(known))
                    .execute();
            if (!isNew) {
                handle.createUpdate("delete from passage where scan_id = :scanId")
                        .bind("scanId", scanId)
                        .execute();
            }
            var batch = handle.prepareBatch("""
                    insert into passage (scan_id, container_index, keys, passed_at, size_type, headings, embedding,
                                         model_digest, passage)
                    values (:scanId, :index, :keys, :at, :sizeType, :headings, :embedding, :modelDigest,
                            cast(:passage as json))
                    """);
            for (var container : containers) {
                var passage = container.passage();
                batch.bind("scanId", scanId)
                        .bind("index", passage.index())
                        .bindArray("keys", String.class, passage.keys())
                        .bind("at", passage.at().atOffset(ZoneOffset.UTC))
                        .bind("sizeType", passage.sizeType())
                        .bindArray("headings", String.class, container.headings())
                        .bind("embedding", bytes(container.embedding()))
                        .bind("modelDigest", container.modelDigest())
                        .bind("passage", json(passage))
                        .add();
            }
            batch.execute();
        });
    }

    /** All passages that share a key, in the order of time. */
    List<Passage> sharing(Set<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select passage from passage where keys && cast(:keys as text[])
                        order by passed_at, scan_id, container_index limit :limit
                        """)
                .bindArray("keys", String.class, keys)
                .bind("limit", MOST_AROUND)
                .map((row, context) -> read(row.getString("passage"), Passage.class))
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

    /** The scan that waits longest to be scored again. */
    Optional<UUID> longestMarked() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select scan_id from rescoring order by noted_at, scan_id limit 1")
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

    private static byte @Nullable [] bytes(float @Nullable [] embedding) {
        if (embedding == null) {
            return null;
        }
        var bytes = ByteBuffer.allocate(embedding.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(embedding);
        return bytes.array();
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
