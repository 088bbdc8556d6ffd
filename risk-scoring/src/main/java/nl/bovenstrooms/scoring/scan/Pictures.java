package nl.bovenstrooms.scoring.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import nl.bovenstrooms.contracts.event.ScanReceived.ScanImage;
import nl.bovenstrooms.contracts.event.ScanScored.HeatMap;
import nl.bovenstrooms.contracts.image.Energy;
import nl.bovenstrooms.contracts.image.Raster;
import nl.bovenstrooms.contracts.image.RasterCodec;
import nl.bovenstrooms.contracts.image.RasterDescriptor;
import nl.bovenstrooms.contracts.image.RasterDescriptor.Channel;
import nl.bovenstrooms.imagestore.ImageMissing;
import nl.bovenstrooms.imagestore.ImageStore;
import nl.bovenstrooms.imagestore.ImageStoreUnavailable;
import nl.bovenstrooms.scoring.ScoringConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and heat maps in the image store. A store that can't be reached is waited for; what is not there or damaged after
 * that is told as {@link ScanNotScorable}.
 */
@ApplicationScoped
class Pictures {

    private static final int HEAT_MAP_BITS = 8;

    private final ImageStore store;
    private final long mostPixels;
    private final Retrying whenMissing;
    private final Retrying whenUnavailable;

    @Inject
    Pictures(ImageStore store, ScoringConfiguration configuration) {
        var pictures = configuration.pictures();
        this.store = store;
        mostPixels = pictures.mostPixels();
        whenMissing = Retrying.of(pictures.missingAttempts(), pictures.pause());
        whenUnavailable = Retrying.of(pictures.unavailableAttempts(), pictures.pause());
    }

    /** Outside the service: what is not there is not waited for. */
    Pictures(ImageStore store) {
        this.store = store;
        mostPixels = Integer.MAX_VALUE;
        whenMissing = Retrying.of(1, Duration.ZERO);
        whenUnavailable = whenMissing;
    }

    /**
     * One view at its energies.
     *
     * @param principal the only energy, or the higher one
     * @param low the lower energy; null when there is none
     */
    record Picture(Raster principal, @Nullable Raster low) {}

    Picture of(ScanImage image) {
        var descriptor = image.raster();
        if (descriptor.version() != RasterDescriptor.VERSION) {
            throw new ScanNotScorable("image %s has a raster of version %d, known is %d"
                    .formatted(image.imageId(), descriptor.version(), RasterDescriptor.VERSION));
        }
        if ((long) descriptor.width() * descriptor.height() > mostPixels) {
            throw new ScanNotScorable("image %s of %d x %d has more than %d pixels"
                    .formatted(image.imageId(), descriptor.width(), descriptor.height(), mostPixels));
        }
        if (descriptor
                .channel(Energy.SINGLE)
                .or(() -> descriptor.channel(Energy.HIGH))
                .isEmpty()) {
            throw new ScanNotScorable("image %s has neither a channel SINGLE nor HIGH".formatted(image.imageId()));
        }
        return new Picture(
                channel(descriptor, descriptor.principal()),
                descriptor
                        .channel(Energy.LOW)
                        .map(channel -> channel(descriptor, channel))
                        .orElse(null));
    }

    /** Durable when it returns; writing the same again changes nothing. */
    void keepHeatMap(String key, Raster heatMap) {
        var encoded = RasterCodec.encode(heatMap);
        try {
            whenUnavailable.call(
                    () -> {
                        store.put(key, encoded);
                        return key;
                    },
                    failure -> failure instanceof ImageStoreUnavailable);
        } catch (ImageStoreUnavailable e) {
            throw new ScanNotScorable("the heat map could not be stored: " + e.getMessage(), e);
        }
    }

    /** One that was kept. */
    Raster heatMap(HeatMap map) {
        return decoded(map.key(), map.width(), map.height(), HEAT_MAP_BITS);
    }

    private Raster channel(RasterDescriptor descriptor, Channel channel) {
        return decoded(channel.key(), descriptor.width(), descriptor.height(), channel.bits());
    }

    private Raster decoded(String key, int width, int height, int bits) {
        var encoded = bytes(key);
        try {
            return RasterCodec.decode(encoded, width, height, bits);
        } catch (IllegalArgumentException e) {
            throw new ScanNotScorable("'%s' is damaged: %s".formatted(key, e.getMessage()), e);
        }
    }

    private byte[] bytes(String key) {
        try {
            return whenUnavailable.call(
                    () -> whenMissing.call(() -> store.get(key), failure -> failure instanceof ImageMissing),
                    failure -> failure instanceof ImageStoreUnavailable);
        } catch (ImageMissing | ImageStoreUnavailable | IllegalArgumentException e) {
            throw new ScanNotScorable(String.valueOf(e.getMessage()), e);
        }
    }
}
