package nl.bovenstrooms.contracts.container;

/** What the check digit of a container number says. It is told, never a ground for refusal. */
public enum CheckDigit {
    /** Eleven characters of the right kind, and the last one is what ISO 6346 computes. */
    CORRECT,
    /** Eleven characters of the right kind, but the last one differs: a misread or made-up number. */
    WRONG,
    /** Not eleven characters of the right kind, for example a {@code ?} from character recognition. */
    UNREADABLE
}
