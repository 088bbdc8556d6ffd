package nl.bovenstrooms.ingest.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.bovenstrooms.contracts.event.EventCodec;
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

    /** A scan as it was stored. */
    public record StoredScan(
            String tenant,
            String contentDigest,
            Receipt receipt,
            List<String> containers,
            @Nullable Integer containersFound) {

        public StoredScan {
            containers = List.copyOf(containers);
        }
    }

    /** @return false when the id is taken; the row that takes it is then committed and can be found */
    boolean add(
            UUID scanId,
            String tenant,
            Receipt receipt,
            @Nullable String sourceReference,
            byte[] manifest,
            List<String> containers) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into scan (scan_id, tenant, case_reference, received_at, content_digest,
                                                  source_reference, manifest, receipt, containers)
                                values (:scanId, :tenant, :caseReference, :receivedAt, :contentDigest,
                                        :sourceReference, :manifest, cast(:receipt as jsonb), :containers)
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
                        .bindArray("containers", String.class, containers)
                        .execute()
                == 1);
    }

    public Optional<StoredScan> find(UUID scanId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select tenant, content_digest, receipt, containers, containers_found from scan where scan_id = :scanId")
                .bind("scanId", scanId)
                .map((row, context) -> new StoredScan(
                        row.getString("tenant"),
                        row.getString("content_digest"),
                        receipt(row.getString("receipt")),
                        List.of((String[]) row.getArray("containers").getArray()),
                        row.getObject("containers_found", Integer.class)))
                .findOne());
    }

    /** Notes how many containers the scoring found, which can be more than were declared. */
    public void found(UUID scanId, int containers) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update scan set containers_found = :containers where scan_id = :scanId")
                        .bind("containers", containers)
                        .bind("scanId", scanId)
                        .execute());
    }

    private static String json(Receipt receipt) {
        try {
            return EventCodec.mapper().writeValueAsString(receipt);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt can always be written", e);
        }
    }

    private static Receipt receipt(String json) {
        try {
            return EventCodec.mapper().readValue(json, Receipt.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored receipt can always be read", e);
        }
    }
}
