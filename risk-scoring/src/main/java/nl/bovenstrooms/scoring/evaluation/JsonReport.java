package nl.bovenstrooms.scoring.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import nl.bovenstrooms.scoring.evaluation.Section.Table;

/** The report for programs: every figure and table. */
final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static void write(Report report, Path file) throws IOException {
        var root = JSON.createObjectNode();
        root.put("model", report.model()).put("sha256", report.digest()).put("command", report.command());
        var figures = root.putObject("figures");
        report.figures().forEach(figure -> {
            var node = figures.putObject(figure.name());
            node.put("says", figure.says());
            if (Double.isNaN(figure.value())) {
                node.putNull("value");
            } else {
                node.put("value", Math.round(figure.value() * 1e4) / 1e4);
            }
            node.put("of", figure.of());
            var interval = figure.interval();
            if (interval != null) {
                node.put("low", Math.round(interval.low() * 1e4) / 1e4);
                node.put("high", Math.round(interval.high() * 1e4) / 1e4);
            }
            var goal = figure.goal();
            if (goal != null) {
                node.put("goal", goal.toString()).put("met", figure.isMet());
            }
        });
        var tables = root.putArray("tables");
        for (var section : report.sections()) {
            for (var exhibit : section.exhibits()) {
                if (exhibit instanceof Table table) {
                    var node = tables.addObject();
                    node.put("section", section.title()).put("title", table.title());
                    node.set("header", JSON.valueToTree(table.header()));
                    node.set("rows", JSON.valueToTree(table.rows()));
                }
            }
        }
        JSON.writeValue(file.toFile(), root);
    }
}
