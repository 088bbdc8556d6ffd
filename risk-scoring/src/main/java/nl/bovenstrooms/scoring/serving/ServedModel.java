package nl.bovenstrooms.scoring.serving;

import java.util.function.Function;
import nl.bovenstrooms.scoring.image.ImageModel;

/**
 * The image model in service. A scan uses one model from its first picture to its last; meanwhile another may take its place
 * for the scans that follow. The one that was replaced is closed when the last scan has given it back.
 */
public final class ServedModel implements AutoCloseable {

    private final Shadow shadow;
    private final Room room;
    private Lent current;

    /**
     * @param first is closed by this
     * @param shadow is shown what the model in service has looked at
     * @param room is told when a scan comes and goes
     */
    public ServedModel(ImageModel first, Shadow shadow, Room room) {
        this.shadow = shadow;
        this.room = room;
        current = new Lent(first);
    }

    /**
     * Does the work of one scan, all of it with the same model, which may not be kept beyond it.
     *
     * @param scan for the log
     */
    public <T> T use(String scan, Function<ImageModel, T> work) {
        var lent = borrow();
        room.enter();
        try {
            return work.apply(shadow.beside(lent.model, scan));
        } finally {
            room.leave();
            release(lent);
        }
    }

    /** From the next scan on. Returns at once; the one that was replaced may still be in use. */
    public void replaceBy(ImageModel next) {
        release(put(new Lent(next)));
    }

    /** What the next scan will be looked at with. */
    public synchronized String version() {
        return current.model.version();
    }

    /** Of the model that {@link #version} names; see {@link ImageModel#digest}. */
    public synchronized String digest() {
        return current.model.digest();
    }

    /** To be called when no more scans come. */
    @Override
    public void close() {
        Lent last;
        synchronized (this) {
            last = current;
        }
        release(last);
    }

    private synchronized Lent put(Lent next) {
        var replaced = current;
        current = next;
        return replaced;
    }

    private synchronized Lent borrow() {
        current.users++;
        return current;
    }

    private void release(Lent lent) {
        synchronized (this) {
            lent.users--;
            if (lent.users > 0) {
                return;
            }
        }
        lent.model.close();
    }

    /** Being in service counts as one use, so that a model stays open between two scans. */
    private static final class Lent {
        private final ImageModel model;
        private int users = 1;

        private Lent(ImageModel model) {
            this.model = model;
        }
    }
}
