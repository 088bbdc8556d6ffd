package nl.bovenstrooms.contracts.image;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * What is stored of an image, and where.
 *
 * @param version of the raster format; 2 is {@link RasterCodec}, and 1 a gzip that nobody writes or reads any more
 * @param width columns of every channel
 * @param height rows of every channel
 * @param channels one, {@link Energy#SINGLE}, or two, {@link Energy#HIGH} and {@link Energy#LOW}
 */
public record RasterDescriptor(int version, int width, int height, List<Channel> channels) {

    /** The version that {@link RasterCodec} writes. */
    public static final int VERSION = 2;

    public RasterDescriptor {
        channels = List.copyOf(channels);
    }

    public Optional<Channel> channel(Energy energy) {
        return channels.stream().filter(channel -> channel.name() == energy).findFirst();
    }

    /** The channel that every image has: the only one, or the one of the higher energy. */
    @JsonIgnore
    public Channel principal() {
        return channel(Energy.SINGLE)
                .or(() -> channel(Energy.HIGH))
                .orElseThrow(() -> new IllegalStateException("an image has a channel SINGLE or HIGH"));
    }

    /**
     * @param name the energy
     * @param bits 8 or 16
     * @param key of the encoded channel in the image store
     */
    public record Channel(Energy name, int bits, String key) {}
}
