package nl.bovenstrooms.scoring.history;

import java.time.Instant;
import java.util.Set;

/**
 * What a container's bill of lading says of the habits of companies. Who they are is not here: a digest tells one company from another,
 * and nothing of either.
 *
 * @param sender digest of the company that sends
 * @param receiver digest of the company that receives
 * @param bill its number
 * @param chapters HS chapters, 2 digits
 * @param at when the container passed the scanner
 */
public record Shipment(String sender, String receiver, String bill, Set<String> chapters, Instant at) {

    public Shipment {
        chapters = Set.copyOf(chapters);
    }
}
