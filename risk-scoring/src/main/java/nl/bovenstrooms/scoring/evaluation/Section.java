package nl.bovenstrooms.scoring.evaluation;

import java.util.List;

/**
 * A part of the report.
 *
 * @param says what was measured and how to read it
 */
record Section(String title, String says, List<Figure> figures, List<Exhibit> exhibits) {

    Section {
        figures = List.copyOf(figures);
        exhibits = List.copyOf(exhibits);
    }

    /** What is shown beside the figures. */
    sealed interface Exhibit {

        String title();
    }

    /**
     * @param title above it
     * @param header of each column
     * @param rows as many cells each as the header has
     */
    record Table(String title, List<String> header, List<List<String>> rows) implements Exhibit {

        Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (var row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "a row of %d cells under a header of %d: %s".formatted(row.size(), header.size(), row));
                }
            }
        }
    }

    /**
     * Counts of what is true (down) against what was answered (across).
     *
     * @param counts row by row
     */
    record Confusion(String title, List<String> names, int[][] counts) implements Exhibit {

        Confusion {
            names = List.copyOf(names);
        }
    }

    /**
     * A picture of any kind with a sentence about it.
     *
     * @param png the file
     * @param isPlot drawn lines, which turn around in the dark; a photograph keeps its colours
     */
    record Picture(String title, String says, byte[] png, int width, int height, boolean isPlot) implements Exhibit {}
}
