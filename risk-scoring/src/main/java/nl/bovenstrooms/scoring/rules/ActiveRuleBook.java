package nl.bovenstrooms.scoring.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rule book in force, which may change while scans go on: whoever scores takes it once per scan. A book that is refused
 * leaves the one before it in force.
 */
public final class ActiveRuleBook implements Supplier<RuleBook> {

    /** The name that a book has in its folder. */
    public static final String FILE = "rule-book.yaml";

    /** What came of looking at the folder. */
    public enum Look {
        UNCHANGED,
        ACTIVATED,
        /** Said once for each mistake; {@link #refusal()} says which. */
        REFUSED
    }

    private final @Nullable Path file;
    private final boolean twoPersons;
    private byte[] latest;
    private volatile RuleBook current;
    private volatile @Nullable String refusal;

    private ActiveRuleBook(@Nullable Path file, boolean twoPersons) {
        this.file = file;
        this.twoPersons = twoPersons;
        latest = file == null ? new byte[0] : bytesOf(file);
        current = signed(file == null ? RuleBookReader.shipped() : RuleBookReader.read(latest));
    }

    /**
     * The book that comes with this service, for good.
     *
     * @param twoPersons whether each rule has to be signed by two people
     * @throws RuleBookRefused when one is not
     */
    public static ActiveRuleBook shipped(boolean twoPersons) {
        return new ActiveRuleBook(null, twoPersons);
    }

    /**
     * The {@link #FILE} of a folder, as often as {@link #look()} is called.
     *
     * @throws RuleBookRefused when the first one can't be used: a service should not start without the rules that it was given
     */
    public static ActiveRuleBook in(Path folder, boolean twoPersons) {
        return new ActiveRuleBook(folder.resolve(FILE), twoPersons);
    }

    /** The one in force. */
    @Override
    public RuleBook get() {
        return current;
    }

    /** Why the newest text in the folder is not in force; empty when it is. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Looks at the folder and puts a new book in force, if it holds one without a mistake. */
    public synchronized Look look() {
        if (file == null) {
            return Look.UNCHANGED;
        }
        try {
            var bytes = bytesOf(file);
            if (Arrays.equals(bytes, latest)) {
                return Look.UNCHANGED;
            }
            latest = bytes;
            current = signed(RuleBookReader.read(bytes));
            refusal = null;
            return Look.ACTIVATED;
        } catch (RuleBookRefused e) {
            var isNews = !Objects.equals(refusal, e.getMessage());
            refusal = e.getMessage();
            return isNews ? Look.REFUSED : Look.UNCHANGED;
        }
    }

    private RuleBook signed(RuleBook book) {
        return twoPersons ? book.requireTwoPersons() : book;
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RuleBookRefused("the rule book %s can't be read: %s".formatted(file, e), e);
        }
    }
}
