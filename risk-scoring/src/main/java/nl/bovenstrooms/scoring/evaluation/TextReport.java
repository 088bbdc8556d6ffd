package nl.bovenstrooms.scoring.evaluation;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import nl.bovenstrooms.scoring.evaluation.Section.Table;

/** The report for a console: figures and tables. */
final class TextReport {

    private TextReport() {}

    static void print(Report report, PrintStream out) {
        out.printf("Model %s%n", report.model());
        for (var section : report.sections()) {
            out.printf("%n%s%n", section.title().toUpperCase(Locale.ROOT));
            for (var figure : section.figures()) {
                out.println(line(figure));
            }
            for (var exhibit : section.exhibits()) {
                if (exhibit instanceof Table table) {
                    print(table, out);
                }
            }
        }
        var goals = report.goals();
        out.printf(
                "%nGOALS: %d of %d met%n", goals.stream().filter(Figure::isMet).count(), goals.size());
        goals.forEach(figure -> out.println(line(figure)));
    }

    static String line(Figure figure) {
        var line = new StringBuilder(
                String.format(Locale.ROOT, "  %-62s %8s of %d", figure.says(), figure.valueText(), figure.of()));
        if (figure.interval() != null) {
            line.append(" (").append(figure.intervalText()).append(')');
        }
        if (figure.goal() != null) {
            line.append(", goal ").append(figure.goal()).append(": ").append(figure.verdict());
        }
        return line.toString();
    }

    private static void print(Table table, PrintStream out) {
        var widths = new int[table.header().size()];
        table.rows().forEach(row -> widen(widths, row));
        widen(widths, table.header());
        out.printf("  %s%n", table.title());
        print(table.header(), widths, out);
        table.rows().forEach(row -> print(row, widths, out));
    }

    private static void widen(int[] widths, List<String> row) {
        for (var column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], row.get(column).length());
        }
    }

    private static void print(List<String> row, int[] widths, PrintStream out) {
        var line = new StringBuilder("   ");
        for (var column = 0; column < widths.length; column++) {
            line.append(' ')
                    .append(row.get(column))
                    .append(" ".repeat(1 + widths[column] - row.get(column).length()));
        }
        out.println(line.toString().stripTrailing());
    }
}
