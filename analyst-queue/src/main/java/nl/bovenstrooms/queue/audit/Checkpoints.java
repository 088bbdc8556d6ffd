package nl.bovenstrooms.queue.audit;

import java.io.IOException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import nl.bovenstrooms.imagestore.ImageMissing;
import nl.bovenstrooms.imagestore.ImageStore;

/** The checkpoints as the image store has them: number 1, 2, 3, until there is none. */
final class Checkpoints {

    private Checkpoints() {}

    /** One of them is not what was signed. */
    static final class Damaged extends Exception {

        private static final long serialVersionUID = 1L;

        Damaged(String what) {
            super(what);
        }
    }

    static List<Checkpoint> read(ImageStore store, PublicKey key) throws Damaged {
        var found = new ArrayList<Checkpoint>();
        while (true) {
            var number = found.size() + 1L;
            byte[] bytes;
            try {
                bytes = store.get(Checkpoint.key(number));
            } catch (ImageMissing e) {
                return found;
            }
            found.add(checked(bytes, number, key));
        }
    }

    private static Checkpoint checked(byte[] bytes, long number, PublicKey key) throws Damaged {
        try {
            var checkpoint = Checkpoint.of(bytes);
            if (checkpoint.number() != number || !checkpoint.isSignedBy(key)) {
                throw new Damaged("checkpoint " + number + " is not signed by this key");
            }
            return checkpoint;
        } catch (IOException e) {
            throw new Damaged("checkpoint " + number + " is not readable");
        }
    }
}
