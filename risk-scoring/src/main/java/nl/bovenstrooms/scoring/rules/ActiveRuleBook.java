package nl.bovenstrooms.scoring.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rule book in force with its weights, which may change while scans go on: whoever scores takes it once per scan. A book or
 * weights that are refused leave what was before in force.
 */
public final class ActiveRuleBook implements Supplier<RuleBook> {

    /** What came of looking at the folder. */
    public enum Look {
        UNCHANGED,
        ACTIVATED,
        /** Said once for each mistake; {@link #refusal()} says which. */
        REFUSED
    }

    private final @Nullable Path folder;
    private final boolean twoPersons;
    private Texts latest;
    private volatile RuleBook current;
    private volatile @Nullable String refusal;

    private ActiveRuleBook(Path folder, boolean twoPersons) {
        this.folder = folder;
        this.twoPersons = twoPersons;
        latest = Texts.in(folder);
        current = signed(latest.book());
    }

    private ActiveRuleBook(RuleBook fixed, boolean twoPersons) {
        folder = null;
        this.twoPersons = twoPersons;
        latest = Texts.NONE;
        current = signed(fixed);
    }

    /**
     * What stands in the folder.
     *
     * @param weights empty where there is no such file: the points of the book count as they are
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by what is in them
    private record Texts(byte[] rules, byte[] weights) {

        static final Texts NONE = new Texts(new byte[0], new byte[0]);

        static Texts in(Path folder) {
            var weights = folder.resolve(WeighedRules.FILE);
            return new Texts(
                    RuleBookReader.bytesOf(folder.resolve(RuleBookReader.FILE)),
                    Files.exists(weights) ? RuleBookReader.bytesOf(weights) : new byte[0]);
        }

        boolean isSame(Texts other) {
            return Arrays.equals(rules, other.rules) && Arrays.equals(weights, other.weights);
        }

        RuleBook book() {
            var book = RuleBookReader.read(rules);
            return weights.length == 0 ? book : book.with(WeighedRules.read(weights));
        }
    }

    /**
     * The book that comes with this service, for good.
     *
     * @param twoPersons whether each rule has to be signed by two people
     * @throws RuleBookRefused when one is not
     */
    public static ActiveRuleBook shipped(boolean twoPersons) {
        return new ActiveRuleBook(RuleBookReader.shipped(), twoPersons);
    }

    /** One book, for good, whoever signed it. */
    public static ActiveRuleBook of(RuleBook book) {
        return new ActiveRuleBook(book, false);
    }

    /**
     * The {@link RuleBookReader#FILE} of a folder, and the {@link WeighedRules#FILE} beside it if there is one, as often as {@link #look()} is called.
     *
     * @throws RuleBookRefused when the first one can't be used: a service should not start without the rules that it was given
     */
    public static ActiveRuleBook in(Path folder, boolean twoPersons) {
        return new ActiveRuleBook(folder, twoPersons);
    }

    /**
     * The book of a running service, from outside of it.
     *
     * @param environment with the {@code BOVENSTROOMS_SCORING_RULES_FOLDER} of the service; without it, the book of this release
     * @throws RuleBookRefused when there is none in that folder that can be used
     */
    public static ActiveRuleBook inForce(Map<String, String> environment) {
        var folder = environment.get("BOVENSTROOMS_SCORING_RULES_FOLDER");
        return folder == null ? shipped(false) : in(Path.of(folder), false);
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
        if (folder == null) {
            return Look.UNCHANGED;
        }
        try {
            var texts = Texts.in(folder);
            if (texts.isSame(latest)) {
                return Look.UNCHANGED;
            }
            latest = texts;
            current = signed(texts.book());
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
}
