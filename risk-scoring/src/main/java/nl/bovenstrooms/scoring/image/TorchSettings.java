package nl.bovenstrooms.scoring.image;

/** How PyTorch runs here; has to be said before DJL is touched first. */
public final class TorchSettings {

    private TorchSettings() {}

    /**
     * No calls home, whatever was said before: DJL otherwise reports its use and looks for models on the network. And one
     * thread per picture: several workers side by side get more out of the cores than several threads on one picture.
     */
    public static void apply() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        setUnlessSet("ai.djl.pytorch.num_threads", "1");
        setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
