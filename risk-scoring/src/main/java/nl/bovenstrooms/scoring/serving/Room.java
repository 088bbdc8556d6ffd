package nl.bovenstrooms.scoring.serving;

import java.util.concurrent.atomic.AtomicInteger;

/** Knows whether the service could take one more scan at this moment. */
public final class Room {

    private final int places;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param places scans at a time */
    public Room(int places) {
        this.places = places;
    }

    void enter() {
        taken.incrementAndGet();
    }

    void leave() {
        taken.decrementAndGet();
    }

    boolean isLeft() {
        return taken.get() < places;
    }
}
