package nl.bovenstrooms.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import nl.bovenstrooms.local.customs.CustomsClient;
import nl.bovenstrooms.local.customs.Receipt;
import nl.bovenstrooms.local.customs.Refused;

/**
 * Uploads simulated scans at a steady pace, each as the system of its country, and notes after each receipt how far it is. The first
 * start of a data folder uploads a number of scans; a later one goes on where that was cut off, and does not repeat what is there.
 */
public final class UploadingDemo {
    /** Seed of a stream where none is asked for: everybody's first suite shows the same scans. */
    public static final long USUAL_SEED = 1;

    /** No number: what is missing of the first ones. */
    public static final int WHAT_IS_MISSING = -1;

    private final Path folder;
    private final StreamOpening opening;
    private final Sending sending;
    private final Consumer<String> news;
    private final Clock clock;

    /** Opens the stream of a seed. */
    @FunctionalInterface
    public interface StreamOpening {
        /** @param begin moment from which its scans are dated */
        Passages open(long seed, Instant begin);
    }

    /** Sends a scan until there is a receipt. */
    @FunctionalInterface
    public interface Sending {
        /**
         * @throws Refused if it is not taken
         * @throws CustomsClient.Away if scan-ingest stays away
         */
        void send(Passages.Sent sent) throws InterruptedException;
    }

    /**
     * What to upload.
     *
     * @param first how many scans a data folder gets in all, unless more are asked for
     * @param more how many to add to what was uploaded before, or {@link #WHAT_IS_MISSING}
     * @param pause between the beginnings of two uploads
     */
    public record Wish(int first, int more, Duration pause, long seed) {}

    /**
     * @param folder where progress is kept
     * @param news hears what happens, a line each
     */
    public UploadingDemo(Path folder, StreamOpening opening, Sending sending, Consumer<String> news, Clock clock) {
        this.folder = folder;
        this.opening = opening;
        this.sending = sending;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Uploads until the wish is fulfilled.
     *
     * @throws IOException if progress can't be kept
     * @throws CustomsClient.Away if scan-ingest stays away
     */
    public void upload(Wish wish) throws IOException, InterruptedException {
        var progress = DemoProgress.in(folder).orElseGet(() -> new DemoProgress(wish.seed(), clock.instant(), 0));
        var end = wish.more() == WHAT_IS_MISSING ? wish.first() : progress.next() + wish.more();
        if (progress.next() >= end) {
            if (end > 0) {
                news.accept("The %d simulated scans of this folder were uploaded before; --scans 20 adds more."
                        .formatted(progress.next()));
            }
            return;
        }
        news.accept("Uploading simulated scans %d to %d.".formatted(progress.next() + 1, end));
        progress.keep(folder);
        var passages = opening.open(progress.seed(), progress.begin());
        var due = System.nanoTime();
        while (progress.next() < end) {
            var sent = passages.passage(progress.next());
            waitUntil(due);
            due += wish.pause().toNanos();
            send(sent);
            progress = progress.advanced();
            progress.keep(folder);
        }
        news.accept("All %d simulated scans are uploaded.".formatted(end));
    }

    private void send(Passages.Sent sent) throws InterruptedException {
        try {
            sending.send(sent);
        } catch (Refused | Receipt.NotWhatWasSent wrong) {
            news.accept("! Simulated scan %s was not taken: %s"
                    .formatted(sent.upload().scanId(), wrong.getMessage()));
        }
    }

    private static void waitUntil(long due) throws InterruptedException {
        var rest = Duration.ofNanos(due - System.nanoTime());
        if (!rest.isNegative()) {
            Thread.sleep(rest.toMillis());
        }
    }
}
