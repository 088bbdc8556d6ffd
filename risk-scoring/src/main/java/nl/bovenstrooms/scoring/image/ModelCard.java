package nl.bovenstrooms.scoring.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What {@code model.json} says of the weights beside it: a TorchScript file tells nothing about its inputs and outputs.
 *
 * @param format of this file; {@link #FORMAT}
 * @param version name and date of the weights
 * @param weights file name of the TorchScript archive, in the same folder
 * @param sha256 of that file
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
    "weights",
    "sha256",
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
        String weights,
        String sha256,
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
