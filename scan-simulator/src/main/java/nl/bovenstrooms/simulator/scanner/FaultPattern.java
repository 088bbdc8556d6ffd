package nl.bovenstrooms.simulator.scanner;

import nl.bovenstrooms.simulator.Chance;

/** What is wrong with the machine in one passage: gains of rows and pulses, and detectors that are dead. */
final class FaultPattern {

    private final float[] rowGain;
    private final float[] pulseGain;
    private final int[] deadRows;

    FaultPattern(ScannerModel.Faults faults, int width, int height, Chance chance) {
        rowGain = new float[height];
        for (var row = 0; row < height; row++) {
            rowGain[row] = (float) chance.around(1, faults.rowGain());
        }
        pulseGain = new float[width];
        var band = chance.around(0, faults.bandGain());
        var left = chance.between(20, 200);
        for (var column = 0; column < width; column++) {
            if (left-- == 0) {
                band = chance.around(0, faults.bandGain());
                left = chance.between(20, 200);
            }
            pulseGain[column] = (float) (1 + band + chance.around(0, faults.pulseGain()));
        }
        var dead = (int) Math.round(faults.deadRows() * height / 1000);
        deadRows = new int[dead];
        for (var index = 0; index < dead; index++) {
            deadRows[index] = chance.between(1, height - 2);
        }
    }

    float gain(int row) {
        return rowGain[row];
    }

    float pulse(int column) {
        return pulseGain[column];
    }

    /** The machine fills dead rows with the mean of their neighbours. */
    void patchDeadRows(float[] lines, int start) {
        for (var row : deadRows) {
            lines[start + row] = (lines[start + row - 1] + lines[start + row + 1]) / 2;
        }
    }
}
