package nl.bovenstrooms.scoring.rules;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence with expressions between braces: {@code VGM {container.vgmKg} kg, {picture.emptyProbability | percent} empty}.
 *
 * <p>Numbers are written as the language does it, with symbols given here and not taken from the Java platform: its locale
 * data changes from release to release, and the same score has to read the same for ever.
 */
final class ReasonTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern PERCENT = Pattern.compile("\\s*\\|\\s*percent\\s*$");

    /** A reason is read by people; what a source declares can be long. */
    private static final int LONGEST = 600;

    private static final int MOST_ITEMS = 12;

    /** The language of a sentence, as far as numbers differ. */
    enum Language {
        NL('.', ','),
        EN(',', '.');

        private final char grouping;
        private final char decimal;

        Language(char grouping, char decimal) {
            this.grouping = grouping;
            this.decimal = decimal;
        }

        private DecimalFormatSymbols symbols() {
            var symbols = new DecimalFormatSymbols(Locale.ROOT);
            symbols.setGroupingSeparator(grouping);
            symbols.setDecimalSeparator(decimal);
            symbols.setMinusSign('-');
            return symbols;
        }
    }

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Value(Conditions.Expression expression, boolean percent) implements Part {}

    private final Language language;
    private final List<Part> parts;

    private ReasonTemplate(Language language, List<Part> parts) {
        this.language = language;
        this.parts = List.copyOf(parts);
    }

    /** @throws CelValidationException when what stands between braces is not an expression over the facts */
    static ReasonTemplate parse(String text, Language language, Conditions conditions) throws CelValidationException {
        var parts = new ArrayList<Part>();
        var matcher = PLACEHOLDER.matcher(text);
        var end = 0;
        while (matcher.find()) {
            parts.add(new Text(text.substring(end, matcher.start())));
            var inside = matcher.group(1);
            var percent = PERCENT.matcher(inside);
            var isPercent = percent.find();
            parts.add(new Value(conditions.compile(isPercent ? percent.replaceAll("") : inside), isPercent));
            end = matcher.end();
        }
        parts.add(new Text(text.substring(end)));
        return new ReasonTemplate(language, parts);
    }

    /** @throws CelEvaluationException when a value that it names is absent */
    String fill(Map<String, Object> values) throws CelEvaluationException {
        var sentence = new StringBuilder();
        for (var part : parts) {
            if (part instanceof Text text) {
                sentence.append(text.text());
            } else if (part instanceof Value value) {
                sentence.append(format(value.expression().evaluate(values), value.percent()));
            }
        }
        return shortened(sentence.toString());
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 3) + "...";
    }

    private String format(Object value, boolean percent) {
        if (value instanceof List<?> list) {
            var shown = list.stream().limit(MOST_ITEMS).map(item -> format(item, percent));
            var more = list.size() > MOST_ITEMS ? Stream.of("...") : Stream.<String>of();
            return Stream.concat(shown, more).collect(Collectors.joining(", "));
        }
        if (value instanceof Double || value instanceof Long) {
            var number = new BigDecimal(value.toString());
            if (percent) {
                return formatted("#,##0", number.movePointRight(2)) + (language == Language.NL ? " %" : "%");
            }
            return formatted("#,##0.#", number);
        }
        return String.valueOf(value);
    }

    private String formatted(String pattern, BigDecimal number) {
        var format = new DecimalFormat(pattern, language.symbols());
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(number);
    }
}
