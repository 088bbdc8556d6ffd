package nl.bovenstrooms.contracts.event;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Somebody read a case to its end. It says less than the decision and stays here: what a source hears of read and of unread containers
 * is {@link CaseDecided}, which does not tell them apart.
 *
 * @param containerIndex of the container in the scan, from 0
 * @param readAt when the case was decided
 */
public record CaseRead(UUID caseId, UUID scanId, int containerIndex, Judgement judgement, OffsetDateTime readAt) {

    /** What the reader made of it. */
    public enum Judgement {
        /** No reason to act. */
        CLEARED,
        /** Something was done about it. */
        ACTED_ON,
        /** Nobody can tell from what there is. */
        UNCLEAR
    }
}
