package nl.bovenstrooms.scoring.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was measured.
 *
 * @param title of the page
 * @param model version of the weights
 * @param digest SHA-256 of the weights
 * @param command that makes the same report again
 */
public record Report(String title, String model, String digest, String command, List<Section> sections) {

    public static final String PAGE = "report.html";
    public static final String FIGURES = "report.json";

    public Report {
        sections = List.copyOf(sections);
    }

    /** Of an image model. */
    Report(String model, String digest, String command, List<Section> sections) {
        this("How well the image model sees", model, digest, command, sections);
    }

    Stream<Figure> figures() {
        return sections.stream().flatMap(section -> section.figures().stream());
    }

    /** Those that should have some value, in the order of the report, each with the section that it stands in. */
    List<Figure> goals() {
        return sections.stream()
                .flatMap(section -> section.figures().stream()
                        .filter(figure -> figure.goal() != null)
                        .map(figure -> figure.in(section.title())))
                .toList();
    }

    /** Figures and tables, for a console. */
    public void print(PrintStream out) {
        TextReport.print(this, out);
    }

    /** As a page for people and as JSON for programs. */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(PAGE), HtmlReport.of(this));
        JsonReport.write(this, folder.resolve(FIGURES));
    }

    /**
     * Puts figures between the marks of a model card; all else in it stays as it is.
     *
     * @throws IllegalArgumentException when a mark asks for what this report does not have
     */
    public void writeInto(Path card) throws IOException {
        Files.writeString(card, new CardReport(this).into(Files.readString(card)));
    }
}
