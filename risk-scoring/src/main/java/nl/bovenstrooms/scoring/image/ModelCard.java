package nl.bovenstrooms.scoring.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.json} says of the weights beside it: a TorchScript file tells nothing about its inputs and outputs. The
 * weights may be there for one {@link Engine} or for both.
 *
 * @param format of this file; {@link #FORMAT}
 * @param version name and date of the weights
 * @param torchScript the archive for {@link Engine#PYTORCH}; null when there is none
 * @param onnx the same weights for {@link Engine#ONNX_RUNTIME}, opset 17; null when there are none
 * @param width columns of the working scale, a multiple of 16
 * @param height rows of the working scale, a multiple of 16
 * @param cell pixels along the side of a cell of the map
 * @param inputs what the planes of the input hold; {@link #INPUTS}
 * @param normalisation how samples become input; {@link WorkingView#NORMALISATION}
 * @param outputs what the tuple of answers holds: {@link #OUTPUTS}, or as many of them as there are, without gaps
 * @param loadKinds names of the load kinds, in the order of the answer
 * @param threat from the threat logit to evidence for contraband, for each kind of picture
 * @param spot from the highest logit of a spot in the map to evidence for contraband in it
 * @param spotLogit logits of the map above this belong to a spot
 * @param figures measured when it was made, on synthetic pictures held out from training
 */
@JsonPropertyOrder({
    "format",
    "version",
    "torchScript",
    "onnx",
    "width",
    "height",
    "cell",
    "inputs",
    "normalisation",
    "outputs",
    "loadKinds",
    "threat",
    "spot",
    "spotLogit",
    "figures"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelCard(
        int format,
        String version,
        @Nullable WeightsFile torchScript,
        @Nullable WeightsFile onnx,
        int width,
        int height,
        int cell,
        List<String> inputs,
        String normalisation,
        List<String> outputs,
        List<String> loadKinds,
        Map<PictureKind, Calibration> threat,
        Calibration spot,
        double spotLogit,
        Map<String, Double> figures) {

    public static final int FORMAT = 1;
    public static final List<String> INPUTS = List.of("ATTENUATION", "ENERGY_RATIO", "HAS_LOW_ENERGY");

    /** The first five are needed; without the others there is no estimate of mass, or of which end the doors are at. */
    public static final List<String> OUTPUTS =
            List.of("MAP", "THREAT", "LOAD_KIND", "EMBEDDING", "FILL", "MASS", "DOORS");

    private static final int FEWEST_OUTPUTS = 5;

    /** The load kind of a container without load. */
    public static final String EMPTY = "EMPTY";

    /**
     * A file of weights.
     *
     * @param file its name, in the folder of {@code model.json}
     * @param sha256 of its content, 64 lower-case hexadecimal digits
     */
    public record WeightsFile(String file, String sha256) {}

    /** The file for an engine; null when this model has none. */
    public @Nullable WeightsFile weights(Engine engine) {
        return switch (engine) {
            case PYTORCH -> torchScript;
            case ONNX_RUNTIME -> onnx;
        };
    }

    /** For pictures of one kind. */
    public Calibration threat(PictureKind kind) {
        var calibration = threat.get(kind);
        if (calibration == null) {
            throw new IllegalStateException("a model card has a calibration for each kind of picture, not for " + kind);
        }
        return calibration;
    }

    /** Whether the network's answers are ones that this release knows. */
    boolean hasKnownOutputs() {
        return outputs.size() >= FEWEST_OUTPUTS
                && outputs.size() <= OUTPUTS.size()
                && outputs.equals(OUTPUTS.subList(0, outputs.size()));
    }

    public int mapColumns() {
        return width / cell;
    }

    public int mapRows() {
        return height / cell;
    }
}
