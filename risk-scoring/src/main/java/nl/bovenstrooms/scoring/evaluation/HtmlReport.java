package nl.bovenstrooms.scoring.evaluation;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import nl.bovenstrooms.scoring.evaluation.Section.Confusion;
import nl.bovenstrooms.scoring.evaluation.Section.Exhibit;
import nl.bovenstrooms.scoring.evaluation.Section.Picture;
import nl.bovenstrooms.scoring.evaluation.Section.Table;

/** The report as one page that needs nothing beside it: pictures are inside, nothing is fetched, light and dark. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #5b6672; --line: #d8dee4;
              --band: #f4f6f8; --met: #0a7d4f; --missed: #b3261e; --cell: 0, 114, 178; }
            @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #14171a; --soft: #9aa5b1;
              --line: #333a41; --band: #1c2126; --met: #4cc38a; --missed: #ff8a80; --cell: 86, 180, 233; }
              img.plot { filter: invert(0.92) hue-rotate(180deg); } }
            body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            h1 { font-size: 1.7rem; margin-bottom: 0; } h2 { margin-top: 3rem; border-top: 1px solid var(--line);
              padding-top: 1.5rem; } h3 { font-size: 1rem; margin: 1.5rem 0 0.3rem; }
            p, nav { max-width: 46rem; } small, figcaption, .soft { color: var(--soft); }
            nav a { margin-right: 1rem; } a { color: inherit; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.92rem; }
            .wide { overflow-x: auto; }
            th, td { text-align: left; padding: 0.25rem 0.9rem 0.25rem 0; border-bottom: 1px solid var(--line);
              vertical-align: top; }
            td.number, th.number { text-align: right; white-space: nowrap; }
            .met { color: var(--met); font-weight: 600; } .missed { color: var(--missed); font-weight: 600; }
            figure { margin: 1rem 0; } img { max-width: 100%; height: auto; border-radius: 4px; }
            .confusion td, .confusion th { padding: 0; border: 1px solid var(--line); font-size: 0.62rem;
              text-align: center; min-width: 1.35rem; height: 1.2rem; }
            .confusion th.name { text-align: right; padding-right: 0.4rem; white-space: nowrap; }
            .confusion thead th { writing-mode: vertical-rl; text-align: left; padding: 0.3rem 0; height: 7rem; }
            code { background: var(--band); padding: 0.1rem 0.3rem; border-radius: 3px; }
            """;

    private final StringBuilder html = new StringBuilder(1 << 20);

    private HtmlReport() {}

    static String of(Report report) {
        var page = new HtmlReport();
        page.head(report);
        page.goals(report);
        for (var index = 0; index < report.sections().size(); index++) {
            page.section(report.sections().get(index), index);
        }
        page.html.append("</body>\n</html>\n");
        return page.html.toString();
    }

    private void head(Report report) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(escaped(report.title() + ": " + report.model()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(report.title()))
                .append("</h1>\n");
        paragraph(
                "Model %s, SHA-256 %s. All pictures are simulated or given by the user; none was learned from. Shares stand with"
                                .formatted(report.model(), report.digest())
                        + " Wilson's interval of 95 %. Figures on simulated pictures are synthetic: they say how far the model is,"
                        + " not how it does in a port.");
        html.append("<p>Made by <code>").append(escaped(report.command())).append("</code></p>\n<nav>\n");
        for (var index = 0; index < report.sections().size(); index++) {
            html.append("<a href=\"#part")
                    .append(index)
                    .append("\">")
                    .append(escaped(report.sections().get(index).title()))
                    .append("</a>\n");
        }
        html.append("</nav>\n");
    }

    private void goals(Report report) {
        var goals = report.goals();
        if (goals.isEmpty()) {
            return;
        }
        html.append("<h2 id=\"goals\">Goals</h2>\n");
        paragraph("%d of %d are met."
                .formatted(goals.stream().filter(Figure::isMet).count(), goals.size()));
        figures(goals);
    }

    private void section(Section section, int number) {
        html.append("<h2 id=\"part")
                .append(number)
                .append("\">")
                .append(escaped(section.title()))
                .append("</h2>\n");
        paragraph(section.says());
        if (!section.figures().isEmpty()) {
            figures(section.figures());
        }
        section.exhibits().forEach(this::exhibit);
    }

    private void figures(List<Figure> figures) {
        html.append("<div class=\"wide\"><table>\n<thead><tr><th>figure</th><th class=\"number\">value</th>")
                .append(
                        "<th class=\"number\">95 %</th><th class=\"number\">of</th><th>goal</th><th></th></tr></thead>\n<tbody>\n");
        for (var figure : figures) {
            var goal = figure.goal();
            html.append("<tr><td>").append(escaped(figure.says())).append("</td>");
            number(figure.valueText());
            number(figure.intervalText());
            number(Long.toString(figure.of()));
            html.append("<td>")
                    .append(goal == null ? "" : escaped(goal.toString()))
                    .append("</td><td class=\"")
                    .append(figure.isMet() ? "met" : "missed")
                    .append("\">")
                    .append(figure.verdict())
                    .append("</td></tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void number(String text) {
        html.append("<td class=\"number\">").append(escaped(text)).append("</td>");
    }

    private void exhibit(Exhibit exhibit) {
        html.append("<h3>").append(escaped(exhibit.title())).append("</h3>\n");
        if (exhibit instanceof Table table) {
            table(table);
        } else if (exhibit instanceof Confusion confusion) {
            confusion(confusion);
        } else if (exhibit instanceof Picture picture) {
            picture(picture);
        }
    }

    private void table(Table table) {
        html.append("<div class=\"wide\"><table>\n<thead><tr>");
        table.header().forEach(cell -> html.append("<th>").append(escaped(cell)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void confusion(Confusion confusion) {
        var names = confusion.names();
        html.append("<div class=\"wide\"><table class=\"confusion\">\n<thead><tr><th></th>");
        names.forEach(name -> html.append("<th>").append(escaped(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < names.size(); row++) {
            var counts = confusion.counts()[row];
            var total = 0;
            for (var count : counts) {
                total += count;
            }
            html.append("<tr><th class=\"name\">")
                    .append(escaped(names.get(row)))
                    .append("</th>");
            for (var count : counts) {
                var share = total == 0 ? 0 : count / (double) total;
                html.append(String.format(
                                Locale.ROOT, "<td style=\"background: rgba(var(--cell), %.2f)\">", 0.85 * share))
                        .append(count == 0 ? "" : Integer.toString(count))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }

    private void picture(Picture picture) {
        html.append(String.format(
                        Locale.ROOT,
                        "<figure><img%s width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,",
                        picture.isPlot() ? " class=\"plot\"" : "",
                        picture.width(),
                        picture.height(),
                        escaped(picture.title())))
                .append(Base64.getEncoder().encodeToString(picture.png()))
                .append("\">\n<figcaption>")
                .append(escaped(picture.says()))
                .append("</figcaption></figure>\n");
    }

    private void paragraph(String text) {
        html.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
