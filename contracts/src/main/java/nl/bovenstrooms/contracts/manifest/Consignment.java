package nl.bovenstrooms.contracts.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill of lading.
 *
 * @param level {@code MASTER} or {@code HOUSE}
 */
public record Consignment(
        @Nullable String level,
        @Nullable String documentNumber,
        @Nullable Parties parties,
        List<Item> items) {

    public Consignment {
        items = Lists.orEmpty(items);
    }

    /** Companies, in the source's own shape: shown to the analyst, never a feature of the score. */
    public record Parties(
            @Nullable JsonNode consignor, @Nullable JsonNode consignee) {}

    /**
     * @param hs HS code, six digits
     * @param nationalCode such as Brazil's NCM, eight digits
     * @param grossKg of this item over all its containers
     * @param equipment numbers of the containers it travels in
     */
    public record Item(
            @Nullable String hs,
            @Nullable String nationalCode,
            @Nullable String description,
            @Nullable Packages packages,
            @Nullable Double grossKg,
            List<String> equipment) {

        public Item {
            equipment = Lists.orEmpty(equipment);
        }
    }

    /** @param type code of UN/CEFACT Recommendation 21, for example {@code CT} for carton */
    public record Packages(@Nullable String type, @Nullable Integer count) {}
}
