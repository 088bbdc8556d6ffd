package nl.bovenstrooms.ingest.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.EventCodec;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The scans that were taken in. */
@ApplicationScoped
public class Scans {

    private final Jdbi jdbi;

    @Inject
    Scans(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * A scan as it was stored.
     *
     * @param receipt of the upload
     * @param containers numbers, as the manifest that stands declares them
     * @param flags what is odd about the scan with the manifest that stands
     * @param containersFound by scoring; null while nothing is decided
     */
    public record StoredScan(
            String tenant,
            String contentDigest,
            Receipt receipt,
            List<String> containers,
            List<String> flags,
            @Nullable Integer containersFound) {

        public StoredScan {
            containers = List.copyOf(containers);
            flags = List.copyOf(flags);
        }
    }

    /**
     * What a correction refers to.
     *
     * @param manifest bytes of the one that stands
     * @param version 0 for the manifest of the upload, 1 for its first correction
     */
    record Standing(StoredScan scan, List<ScanImage> images, byte[] manifest, int version) {

        Standing {
            images = List.copyOf(images);
        }
    }

    /** A correction that was taken in before. */
    record StoredCorrection(byte[] manifest, CorrectionReceipt receipt) {}

    /** @return false when the id is taken; the row that takes it is then committed and can be found */
    boolean add(
            UUID scanId,
            String tenant,
            Receipt receipt,
            @Nullable String sourceReference,
            byte[] manifest,
            List<ScanImage> images,
            List<String> containers) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into scan (scan_id, tenant, case_reference, received_at, content_digest,
                                                  source_reference, manifest, receipt, images, containers, flags)
                                values (:scanId, :tenant, :caseReference, :receivedAt, :contentDigest, :sourceReference,
                                        :manifest, cast(:receipt as jsonb), cast(:images as jsonb), :containers, :flags)
                                on conflict (scan_id) do nothing
                                """)
                        .bind("scanId", scanId)
                        .bind("tenant", tenant)
                        .bind("caseReference", receipt.caseReference())
                        .bind("receivedAt", receipt.receivedAt())
                        .bind("contentDigest", receipt.contentDigest())
                        .bind("sourceReference", sourceReference)
                        .bind("manifest", manifest)
                        .bind("receipt", json(receipt))
                        .bind("images", json(images))
                        .bindArray("containers", String.class, containers)
                        .bindArray("flags", String.class, receipt.flags())
                        .execute()
                == 1);
    }

    public Optional<StoredScan> find(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from scan where scan_id = :scanId")
                .bind("scanId", scanId)
                .map((row, context) -> storedScan(row))
                .findOne());
    }

    /**
     * Locks the scan until the transaction ends, so that corrections come one after the other. The lock is a statement of its own:
     * one that joins would wait for it with a view of the corrections from before.
     */
    Optional<Standing> lockForCorrection(UUID scanId) {
        return jdbi.withHandle(handle -> {
            handle.createQuery("select scan_id from scan where scan_id = :scanId for update")
                    .bind("scanId", scanId)
                    .mapTo(UUID.class)
                    .findOne();
            return handle.createQuery("""
                            select scan.*, latest.version, coalesce(latest.manifest, scan.manifest) as standing
                            from scan left join lateral
                                 (select version, manifest from correction
                                  where correction.scan_id = scan.scan_id order by version desc limit 1) latest on true
                            where scan.scan_id = :scanId
                            """)
                    .bind("scanId", scanId)
                    .map((row, context) -> new Standing(
                            storedScan(row),
                            read(row.getString("images"), new TypeReference<List<ScanImage>>() {}),
                            row.getBytes("standing"),
                            row.getInt("version")))
                    .findOne();
        });
    }

    Optional<StoredCorrection> findCorrection(UUID scanId, UUID messageId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select manifest, receipt from correction where scan_id = :scanId and message_id = :messageId")
                .bind("scanId", scanId)
                .bind("messageId", messageId)
                .map((row, context) -> new StoredCorrection(
                        row.getBytes("manifest"),
                        read(row.getString("receipt"), new TypeReference<CorrectionReceipt>() {})))
                .findOne());
    }

    void addCorrection(CorrectionReceipt receipt, int version, byte[] manifest, List<String> containers) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into correction (scan_id, version, message_id, received_at, manifest, receipt)
                            values (:scanId, :version, :messageId, :receivedAt, :manifest, cast(:receipt as jsonb))
                            """)
                    .bind("scanId", receipt.scanId())
                    .bind("version", version)
                    .bind("messageId", receipt.messageId())
                    .bind("receivedAt", receipt.receivedAt())
                    .bind("manifest", manifest)
                    .bind("receipt", json(receipt))
                    .execute();
            handle.createUpdate("update scan set containers = :containers, flags = :flags where scan_id = :scanId")
                    .bindArray("containers", String.class, containers)
                    .bindArray("flags", String.class, receipt.flags())
                    .bind("scanId", receipt.scanId())
                    .execute();
        });
    }

    /** Notes how many containers the scoring found, which can be more than were declared. */
    public void found(UUID scanId, int containers) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update scan set containers_found = :containers where scan_id = :scanId")
                        .bind("containers", containers)
                        .bind("scanId", scanId)
                        .execute());
    }

    private static StoredScan storedScan(ResultSet row) throws SQLException {
        return new StoredScan(
                row.getString("tenant"),
                row.getString("content_digest"),
                read(row.getString("receipt"), new TypeReference<Receipt>() {}),
                List.of((String[]) row.getArray("containers").getArray()),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getObject("containers_found", Integer.class));
    }

    private static String json(Object value) {
        try {
            return EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can always be written", e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return EventCodec.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was stored can always be read", e);
        }
    }
}
