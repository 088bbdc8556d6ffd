package nl.bovenstrooms.scoring.image;

/** What computes the network. Both give the same answers, but for the last digits. */
public enum Engine {
    /** Reads a TorchScript archive. */
    PYTORCH,
    /** Reads an ONNX file. */
    ONNX_RUNTIME
}
