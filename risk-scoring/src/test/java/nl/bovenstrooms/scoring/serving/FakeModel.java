package nl.bovenstrooms.scoring.serving;

import java.util.List;
import java.util.Map;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.Region;
import nl.bovenstrooms.scoring.image.ImageFindings;
import nl.bovenstrooms.scoring.image.ImageFindings.Seen;
import nl.bovenstrooms.scoring.image.ImageModel;
import nl.bovenstrooms.scoring.image.ImageModelFailed;
import org.jspecify.annotations.Nullable;

/** Gives every container the same log-odds. */
final class FakeModel implements ImageModel {

    static final Raster PICTURE = new Raster(2, 1, 8, new short[2]);
    static final Region CONTAINER = new Region(0, 0, 2, 1);

    private final String version;
    private final double logOdds;
    boolean isBroken;
    boolean isClosed;
    int looks;

    FakeModel(String version, double logOdds) {
        this.version = version;
        this.logOdds = logOdds;
    }

    @Override
    public ImageFindings look(Raster principal, @Nullable Raster low, Region container) {
        if (isClosed) {
            throw new IllegalStateException("closed");
        }
        if (isBroken) {
            throw new ImageModelFailed("broken on purpose");
        }
        looks++;
        return new Seen(
                1 / (1 + Math.exp(-logOdds)),
                List.of(),
                "EMPTY",
                1,
                1,
                Map.of("EMPTY", 1.0),
                null,
                0,
                1,
                0,
                new float[64],
                new Raster(1, 1, 8, new short[1]));
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String digest() {
        return version + "-digest";
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
