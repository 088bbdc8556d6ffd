package nl.bovenstrooms.scoring.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.bovenstrooms.contracts.event.ScanReceived;
import nl.bovenstrooms.contracts.manifest.Consignment;
import nl.bovenstrooms.contracts.manifest.Consignment.Parties;
import nl.bovenstrooms.scoring.history.Shipment;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a manifest which company sends a container to which: by a digest of the register number or, where the source gives none, of
 * name and country. Odd values never stop it: a company that nobody can tell from others is absent.
 */
final class GatheredShipments {

    private static final List<String> NUMBERS = List.of("identifier", "taxId", "cnpj", "ruc", "eori", "vatNumber");

    /** Spelling of a name is a matter of taste: capitals, dots and blanks don't make another company. */
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Half of a SHA-256: two companies of a world of them don't meet. */
    private static final int DIGEST_BYTES = 16;

    private GatheredShipments() {}

    /**
     * @param at when the container passed
     * @return empty unless all bills that name the container have one sender and one receiver
     */
    static Optional<Shipment> of(ScanReceived scan, ScannedContainer container, Instant at) {
        var bills = telling(scan, container);
        var senders = companies(bills, Parties::consignor);
        var receivers = companies(bills, Parties::consignee);
        var bill = bills.stream()
                .map(Consignment::documentNumber)
                .filter(Objects::nonNull)
                .map(number -> number.strip().toUpperCase(Locale.ROOT))
                .filter(number -> !number.isEmpty())
                .min(String::compareTo);
        if (senders.size() != 1 || receivers.size() != 1 || bill.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shipment(
                senders.get(0),
                receivers.get(0),
                digest(bill.get()),
                new HashSet<>(GatheredFacts.of(scan, container, 0, 0).goods().chapters()),
                at));
    }

    /** The house bills say who really sends; the master bill counts where there are none. */
    private static List<Consignment> telling(ScanReceived scan, ScannedContainer container) {
        var number = Matching.normalised(container.number());
        var bills = scan.manifest().consignments().stream()
                .filter(bill -> bill.items().stream()
                        .anyMatch(item -> GatheredPassages.travelsIn(item, scan.manifest(), number)))
                .toList();
        var houses = bills.stream()
                .filter(bill -> "HOUSE".equalsIgnoreCase(bill.level()))
                .toList();
        return houses.isEmpty() ? bills : houses;
    }

    private static List<String> companies(List<Consignment> bills, Function<Parties, @Nullable JsonNode> which) {
        return bills.stream()
                .map(Consignment::parties)
                .filter(Objects::nonNull)
                .flatMap(parties -> Stream.ofNullable(which.apply(parties)))
                .flatMap(company -> digestOf(company).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> digestOf(JsonNode company) {
        return NUMBERS.stream()
                .map(field -> letters(company.path(field).asText()))
                .filter(number -> !number.isEmpty())
                .findFirst()
                .map(number -> "number " + number)
                .or(() -> Optional.of(letters(company.path("name").asText()))
                        .filter(name -> !name.isEmpty())
                        .map(name -> "name " + name + " "
                                + letters(company.path("country").asText())))
                .map(GatheredShipments::digest);
    }

    private static String letters(String text) {
        return NO_LETTER_OR_DIGIT.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
