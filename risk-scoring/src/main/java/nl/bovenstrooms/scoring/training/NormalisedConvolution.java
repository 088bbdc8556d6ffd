package nl.bovenstrooms.scoring.training;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/** A convolution without bias and the normalisation after it; exported as one convolution with bias. */
final class NormalisedConvolution extends AbstractBlock {

    /** What DJL's BatchNorm adds to the variance; the folding needs the same number. */
    static final float EPSILON = 1e-5f;

    private final int filters;
    private final int kernel;
    private final int stride;
    private final Conv2d convolution;
    private final BatchNorm normalisation;

    NormalisedConvolution(int filters, int kernel, int stride) {
        this.filters = filters;
        this.kernel = kernel;
        this.stride = stride;
        convolution = addChildBlock(
                "convolution",
                Conv2d.builder()
                        .setFilters(filters)
                        .setKernelShape(new Shape(kernel, kernel))
                        .optStride(new Shape(stride, stride))
                        .optPadding(new Shape(padding(), padding()))
                        .optBias(false)
                        .build());
        normalisation = addChildBlock(
                "normalisation",
                BatchNorm.builder().optEpsilon(EPSILON).optMomentum(0.9f).build());
    }

    int stride() {
        return stride;
    }

    int padding() {
        return kernel / 2;
    }

    /** The convolution that does the same in one step, once training is over. */
    Folded fold() {
        var weight = convolution.getParameters().get("weight").getArray();
        var parameters = normalisation.getParameters();
        var gamma = parameters.get("gamma").getArray().toFloatArray();
        var beta = parameters.get("beta").getArray().toFloatArray();
        var mean = parameters.get("runningMean").getArray().toFloatArray();
        var variance = parameters.get("runningVar").getArray().toFloatArray();
        var weights = weight.toFloatArray();
        var perFilter = weights.length / filters;
        var bias = new float[filters];
        for (var filter = 0; filter < filters; filter++) {
            var scale = gamma[filter] / Math.sqrt(variance[filter] + EPSILON);
            bias[filter] = (float) (beta[filter] - mean[filter] * scale);
            for (var index = filter * perFilter; index < (filter + 1) * perFilter; index++) {
                weights[index] = (float) (weights[index] * scale);
            }
        }
        return new Folded(new Weights(weight.getShape().getShape(), weights), new Weights(new long[] {filters}, bias));
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> ignored) {
        return normalisation.forward(parameters, convolution.forward(parameters, inputs, training), training);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return convolution.getOutputShapes(inputs);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        convolution.initialize(manager, type, inputs);
        normalisation.initialize(manager, type, convolution.getOutputShapes(inputs));
    }

    /** Kernel and bias of one convolution. */
    record Folded(Weights weight, Weights bias) {}
}
