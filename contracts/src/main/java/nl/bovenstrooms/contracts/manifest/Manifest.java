package nl.bovenstrooms.contracts.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The manifest part of an upload, field by field as the source sends it. Everything may be absent, since sources differ and
 * send corrections later; lists are then empty. Fields not named here are left out, the bytes as received stay with ingest.
 *
 * @param messageId of this message; a correction names it in {@code correctionOf}
 * @param contingency whether the source works in emergency mode, without its own checks
 * @param equipment the containers
 * @param consignments bills of lading; MASTER and HOUSE can disagree and both are kept
 */
public record Manifest(
        @Nullable UUID messageId,
        @Nullable Sender sender,
        @Nullable UUID correctionOf,
        boolean contingency,
        @Nullable Scan scan,
        List<Equipment> equipment,
        @Nullable Transport transport,
        List<Consignment> consignments,
        @Nullable String legalBasis,
        @Nullable JsonNode handling) {

    public Manifest {
        equipment = Lists.orEmpty(equipment);
        consignments = Lists.orEmpty(consignments);
    }

    /**
     * @param authority such as {@code BR-RFB}
     * @param system name of the sending system
     */
    public record Sender(
            @Nullable String authority,
            @Nullable String system,
            @Nullable Facility facility) {}

    /**
     * @param unlocode UN/LOCODE of the place of the scanner
     * @param terminalCode the terminal, in the source's own code
     */
    public record Facility(
            @Nullable String unlocode, @Nullable String terminalCode) {}
}
