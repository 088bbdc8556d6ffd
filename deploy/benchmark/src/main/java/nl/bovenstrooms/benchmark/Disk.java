package nl.bovenstrooms.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** How fast the disk takes bytes. */
final class Disk {
    private static final int BLOCK = 4 << 20;
    private static final int BLOCKS = 32;

    private Disk() {}

    /** Bytes per second of one file that is written from front to back, until all of it is durable. */
    static double bandwidth(Path folder) throws IOException {
        var bytes = new byte[BLOCK];
        // Zeros might be skipped.
        new Random(1).nextBytes(bytes);
        var file = folder.resolve("bandwidth");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var begin = System.nanoTime();
            for (var block = 0; block < BLOCKS; block++) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            channel.force(true);
            return (double) BLOCK * BLOCKS * 1e9 / (System.nanoTime() - begin);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
