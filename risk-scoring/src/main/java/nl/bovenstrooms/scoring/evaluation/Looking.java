package nl.bovenstrooms.scoring.evaluation;

import java.util.ArrayList;
import java.util.function.LongFunction;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.evaluation.Look.Surroundings;
import nl.bovenstrooms.scoring.image.ModelCard;
import nl.bovenstrooms.scoring.image.ModelFiles;
import nl.bovenstrooms.scoring.image.Network;
import nl.bovenstrooms.scoring.image.PictureKind;
import nl.bovenstrooms.scoring.image.Predictor;
import nl.bovenstrooms.scoring.image.WorkingView;
import nl.bovenstrooms.scoring.training.Ahead;
import nl.bovenstrooms.scoring.training.Crop;
import org.jspecify.annotations.Nullable;

/** Shows crops to the exported network, as it is served. The weights are loaded once for all sets. */
final class Looking implements AutoCloseable {

    /** -ln T above this is hardly a photon: 1 % of the open beam, or what an 8-bit picture draws black. */
    private static final float OPAQUE = 4.6f;

    private final ModelCard card;
    private final Network network;
    private final int threads;
    private final Progress progress;

    Looking(ModelFiles files, int threads, Progress progress) {
        card = files.card();
        network = Network.load(files);
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * @param maker makes the crop of a number, from 0; called by several threads
     * @return in the order of their numbers
     */
    Looks at(String what, int count, LongFunction<Crop> maker) {
        var eyes = ThreadLocal.withInitial(
                () -> new Eye(network.newPredictor(), new WorkingView(card.width(), card.height())));
        try (var ahead = new Ahead<Look>(
                0, count, threads, 2 * threads + 2, number -> eyes.get().look(number, maker.apply(number)))) {
            var looks = new ArrayList<Look>(count);
            while (ahead.hasNext()) {
                looks.add(ahead.next());
                progress.during(what, looks.size(), count);
            }
            return new Looks(card, looks);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private final class Eye {

        private final Predictor predictor;
        private final WorkingView view;
        private final int columns;
        private final int rows;

        Eye(Predictor predictor, WorkingView view) {
            this.predictor = predictor;
            this.view = view;
            columns = card.mapColumns();
            rows = card.mapRows();
        }

        Look look(long number, Crop crop) {
            var whole =
                    new Region(0, 0, crop.principal().width(), crop.principal().height());
            view.show(crop.principal(), crop.low(), whole);
            var answer = predictor.predict(view.values());
            var kind = PictureKind.of(crop.principal(), crop.low());
            var shares = crop.threatShares(columns, rows);
            return new Look(
                    number,
                    kind,
                    card.threat(kind).evidence(answer.threat()),
                    answer,
                    columns,
                    shares,
                    opaque(),
                    crop.holdsThreat() ? surroundings(shares) : null,
                    Look.Truth.of(crop));
        }

        private double opaque() {
            var pixels = view.width() * view.height();
            var opaque = 0;
            for (var pixel = 0; pixel < pixels; pixel++) {
                opaque += view.attenuationAt(pixel) > OPAQUE ? 1 : 0;
            }
            return opaque / (double) pixels;
        }

        private @Nullable Surroundings surroundings(float[] shares) {
            var touched = 0;
            var threatPixels = 0;
            var opaque = 0;
            var threatSteps = 0.0;
            var allSteps = 0.0;
            for (var share : shares) {
                touched += share > 0 ? 1 : 0;
            }
            for (var row = 0; row < view.height(); row++) {
                for (var column = 1; column < view.width(); column++) {
                    var pixel = row * view.width() + column;
                    var attenuation = view.attenuationAt(pixel);
                    var step = Math.abs(attenuation - view.attenuationAt(pixel - 1));
                    allSteps += step;
                    if (shares[row / card.cell() * columns + column / card.cell()] > 0) {
                        threatPixels++;
                        threatSteps += step;
                        opaque += attenuation > OPAQUE ? 1 : 0;
                    }
                }
            }
            if (threatPixels == 0) {
                return null;
            }
            var usual = Math.max(1e-6, allSteps / (view.width() * view.height()));
            return new Surroundings(touched, opaque / (double) threatPixels, threatSteps / threatPixels / usual);
        }
    }
}
