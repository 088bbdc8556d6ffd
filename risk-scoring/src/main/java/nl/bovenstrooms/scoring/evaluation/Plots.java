package nl.bovenstrooms.scoring.evaluation;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import nl.bovenstrooms.scoring.evaluation.Section.Picture;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws lines and points. */
final class Plots {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final double LEAST_FALSE_ALARMS = 0.001;

    /** Told apart by people who see no red or green too (Okabe and Ito 2008). */
    private static final Color[] COLOURS = {
        new Color(0, 114, 178),
        new Color(213, 94, 0),
        new Color(0, 158, 115),
        new Color(204, 121, 167),
        new Color(86, 180, 233),
        new Color(120, 120, 120)
    };

    private Plots() {}

    /** Points of one line, in rising order of x. */
    @SuppressWarnings("ArrayRecordComponent") // drawn at once
    record Line(double[] x, double[] y) {}

    /**
     * Found against false alarms.
     *
     * @param lines by name; x is the share of false alarms, y the share found
     */
    static Picture receiverOperatingCharacteristic(String title, String says, Map<String, Line> lines) {
        var chart = chart("false alarms, share of clean containers", "found, share of containers with contraband");
        var styler = chart.getStyler();
        styler.setXAxisLogarithmic(true);
        styler.setXAxisMin(LEAST_FALSE_ALARMS);
        styler.setXAxisMax(1.0);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(1.0);
        styler.setLegendPosition(LegendPosition.InsideSE);
        lines.forEach((name, line) -> add(chart, name, line));
        return picture(title, says, chart);
    }

    /**
     * What was said against what was true.
     *
     * @param points by name; x is the probability said, y the share that held contraband
     */
    static Picture calibration(String title, String says, Map<String, Line> points) {
        var chart = chart("probability said", "share with contraband");
        var styler = chart.getStyler();
        styler.setXAxisMin(0.0);
        styler.setXAxisMax(1.0);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(1.0);
        styler.setLegendPosition(LegendPosition.InsideNW);
        styler.setMarkerSize(7);
        points.forEach((name, line) -> {
            if (line.x().length > 0) {
                chart.addSeries(name, line.x(), line.y()).setMarker(SeriesMarkers.CIRCLE);
            }
        });
        chart.addSeries("honest", new double[] {0, 1}, new double[] {0, 1})
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Color.GRAY)
                .setLineStyle(
                        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0));
        return picture(title, says, chart);
    }

    private static XYChart chart(String across, String up) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .build();
        var styler = chart.getStyler();
        styler.setSeriesColors(COLOURS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotGridLinesColor(new Color(225, 225, 225));
        styler.setPlotBorderVisible(false);
        styler.setLegendBorderColor(new Color(225, 225, 225));
        styler.setLocale(Locale.ROOT);
        return chart;
    }

    /** What is found without any false alarm stands at the left edge: there is no zero on a logarithmic axis. */
    private static void add(XYChart chart, String name, Line line) {
        if (line.x().length > 0) {
            var x = Arrays.stream(line.x())
                    .map(falseAlarms -> Math.max(LEAST_FALSE_ALARMS, falseAlarms))
                    .toArray();
            chart.addSeries(name, x, line.y()).setMarker(SeriesMarkers.NONE);
        }
    }

    private static Picture picture(String title, String says, XYChart chart) {
        try {
            return new Picture(title, says, ChartEncoder.getBytes(chart, "png"), WIDTH, HEIGHT, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
