package nl.bovenstrooms.scoring.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.bovenstrooms.scoring.evaluation.Section.Table;

/**
 * Fills a model card. What stands between a mark such as {@code <!-- goals -->} and the next {@code <!-- end -->} is written
 * anew; the rest is written by people.
 *
 * <p>Marks are {@code model}, {@code goals}, {@code figures: SECTION} and {@code table: SECTION: TABLE}.
 */
final class CardReport {

    private static final String FIGURES = "figures: ";
    private static final String TABLE = "table: ";
    private static final Pattern PART = Pattern.compile(
            "(<!-- (model|goals|figures: [^>]*?|table: [^>]*?) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Report report;

    CardReport(Report report) {
        this.report = report;
    }

    String into(String card) {
        return PART.matcher(card)
                .replaceAll(part -> Matcher.quoteReplacement(part.group(1) + content(part.group(2)) + part.group(3)));
    }

    private String content(String mark) {
        if (mark.equals("model")) {
            return "`%s`, SHA-256 `%s`; all figures by `%s`%n"
                    .formatted(report.model(), report.digest(), report.command());
        }
        if (mark.equals("goals")) {
            return figures(report.goals());
        }
        if (mark.startsWith(FIGURES)) {
            var title = mark.substring(FIGURES.length());
            return figures(section(title, title::equals).figures());
        }
        var place = mark.substring(TABLE.length());
        var section = section(place, title -> place.startsWith(title + ": "));
        return table(section, place.substring(section.title().length() + 2));
    }

    private Section section(String wanted, Predicate<String> title) {
        return report.sections().stream()
                .filter(section -> title.test(section.title()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the report has no section '%s', but %s"
                        .formatted(
                                wanted,
                                report.sections().stream().map(Section::title).toList())));
    }

    private static String figures(List<Figure> figures) {
        return row(List.of("figure", "value", "95 %", "of", "goal", ""))
                + "|---|---|---|---|---|---|\n"
                + figures.stream()
                        .map(figure -> row(List.of(
                                figure.says(),
                                figure.valueText(),
                                figure.intervalText(),
                                Long.toString(figure.of()),
                                figure.goal() == null ? "" : figure.goal().toString(),
                                figure.verdict())))
                        .collect(Collectors.joining());
    }

    private static String table(Section section, String title) {
        var table = section.exhibits().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the section '%s' has no table '%s'".formatted(section.title(), title)));
        return row(table.header())
                + "|---".repeat(table.header().size())
                + "|\n"
                + table.rows().stream().map(CardReport::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
