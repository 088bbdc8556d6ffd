package nl.bovenstrooms.scoring.training;

/**
 * What one training run does. With the code it decides the weights: the same recipe gives the same ones on one machine.
 *
 * @param run number of the run, 0 to 65535: another run learns from other containers and starts from other weights
 * @param steps of the optimiser, at least 1
 * @param batch pictures per step, an even number of at least 4
 */
record Recipe(int run, int steps, int batch) {

    /** The working scale: of a container of 40 feet a column is 2.4 cm and a row 1.5 cm. */
    static final int WIDTH = 512;

    static final int HEIGHT = 192;

    Recipe {
        if (run < 0 || run > 0xFFFF) {
            throw new IllegalArgumentException("the number of a run is 0 to 65535, not " + run);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("training takes at least one step, not " + steps);
        }
        if (batch < 4 || batch % 2 != 0) {
            throw new IllegalArgumentException("a batch is an even number of pictures, at least 4, not " + batch);
        }
    }

    /** Each container is there twice: as it was loaded, and with something hidden. */
    int containersPerStep() {
        return batch / 2;
    }

    Batch emptyBatch() {
        return emptyBatch(batch);
    }

    static Batch emptyBatch(int size) {
        return new Batch(size, WIDTH, HEIGHT, SyntheticCrops.loadKinds().size());
    }
}
