package nl.bovenstrooms.queue.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision depends on, apart from the reader's judgement. */
public record Circumstances(Purpose purpose, boolean hasImage, Moments moments, Instant now) {

    boolean loadingIsOver() {
        return isOver(moments.cutOff()) || hasLeft();
    }

    boolean hasLeft() {
        return isOver(moments.departure()) || isOver(moments.arrival()) || scannedOnArrival();
    }

    /** Arrived, and gone from the terminal: later than any control there. */
    boolean hasLeftTerminal() {
        var arrival = moments.arrival();
        return !scannedOnArrival() && arrival != null && isOver(arrival.plus(Moments.TIME_AT_TERMINAL));
    }

    boolean scannedOnArrival() {
        return moments.direction() == Moments.Direction.IMPORT;
    }

    /** At the moment itself it is over. */
    private boolean isOver(@Nullable Instant moment) {
        return moment != null && !now.isBefore(moment);
    }
}
