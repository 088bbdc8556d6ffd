package nl.bovenstrooms.simulator.story;

/** A scenario that can't be used. The message says where the mistake is and what is allowed. */
public final class ScenarioRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ScenarioRefused(String message) {
        super(message);
    }
}
