package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How suspicious a container is, of what the two parts of the network say about it: a line through their summaries. All
 * containers are one batch. A quarter of them is kept apart to watch.
 */
final class JudgementLesson implements Lesson<Evidence> {

    private final Linear network = Linear.builder().setUnits(1).build();
    private final Evidence learned;
    private final Evidence watched;
    private final float[] means;
    private final float[] deviations;

    JudgementLesson(Evidence all) {
        var containers = all.threat().length;
        // An even number, so that twins stay together.
        var kept = containers / 4 / 2 * 2;
        means = new float[ContainerNetwork.EVIDENCE];
        deviations = new float[ContainerNetwork.EVIDENCE];
        measure(all);
        learned = part(all, 0, containers - kept);
        watched = part(all, containers - kept, containers);
    }

    private void measure(Evidence all) {
        var width = ContainerNetwork.EVIDENCE;
        var containers = all.threat().length;
        for (var index = 0; index < width; index++) {
            var sum = 0.0;
            var squares = 0.0;
            for (var container = 0; container < containers; container++) {
                double value = all.summaries()[container * width + index];
                sum += value;
                squares += value * value;
            }
            var mean = sum / containers;
            means[index] = (float) mean;
            deviations[index] = (float) Math.sqrt(Math.max(1e-6, squares / containers - mean * mean));
        }
    }

    private Evidence part(Evidence all, int from, int until) {
        var width = ContainerNetwork.EVIDENCE;
        var even = Arrays.copyOfRange(all.summaries(), from * width, until * width);
        for (var place = 0; place < even.length; place++) {
            even[place] = (even[place] - means[place % width]) / deviations[place % width];
        }
        return new Evidence(even, Arrays.copyOfRange(all.threat(), from, until));
    }

    /**
     * The weights for summaries as the network has them.
     *
     * @param learned weights for summaries as they are learned from, one each, and the bias behind them
     */
    float[] unscaled(float[] learned) {
        var all = learned.clone();
        for (var index = 0; index < means.length; index++) {
            all[index] /= deviations[index];
            all[means.length] -= all[index] * means[index];
        }
        return all;
    }

    @Override
    public String name() {
        return "judgement";
    }

    @Override
    public Block network() {
        return network;
    }

    @Override
    public Shape inputShape() {
        return new Shape(batchSize(), ContainerNetwork.EVIDENCE);
    }

    @Override
    public int batchSize() {
        return learned.threat().length;
    }

    @Override
    public float peakRate() {
        return 0.02f;
    }

    @Override
    public Evidence next() {
        return learned;
    }

    @Override
    public NDArray input(Evidence batch, NDManager manager) {
        return manager.create(batch.summaries(), new Shape(batch.threat().length, ContainerNetwork.EVIDENCE));
    }

    @Override
    public Map<String, NDArray> losses(NDList answers, Evidence batch, NDManager manager) {
        var count = batch.threat().length;
        var threat = answers.head();
        var losses = new LinkedHashMap<String, NDArray>();
        losses.put(
                "threat",
                Losses.crossEntropy(threat, manager.create(batch.threat(), new Shape(count, 1)))
                        .mean());
        var twins = Losses.halves(threat, count / 2);
        losses.put("twins", Losses.disorder(twins.get(0), twins.get(1)).mean());
        // A few thousand containers and more than a hundred numbers each: without this it learns them by heart.
        losses.put(
                "weights",
                Losses.times(
                        0.02f,
                        network.getParameters()
                                .get("weight")
                                .getArray()
                                .square()
                                .sum(),
                        manager));
        return losses;
    }

    @Override
    public String watch(Function<Evidence, List<float[]>> ask) {
        var threats = ask.apply(watched).get(0);
        var scores = new double[threats.length];
        var positive = new boolean[threats.length];
        for (var index = 0; index < scores.length; index++) {
            scores[index] = threats[index];
            positive[index] = watched.threat()[index] > 0;
        }
        var ranking = new Ranking(scores, positive);
        return String.format(
                Locale.ROOT,
                "area under the curve %.3f, found at 5 %% %.2f, of %d containers",
                ranking.areaUnderCurve(),
                ranking.recallAt(0.05),
                scores.length);
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
