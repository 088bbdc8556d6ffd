package nl.bovenstrooms.local;

import java.time.Duration;
import nl.bovenstrooms.embedded.CannotStart;

/** Hears what happens to the processes. Called from several threads. */
public interface SuiteListener {
    /** Hears and says nothing. */
    SuiteListener SILENT = new SuiteListener() {};

    default void starting(Member member) {}

    default void ready(Member member, Duration took) {}

    /** The start failed; what runs already is stopped next. */
    default void startFailed(CannotStart why) {}

    /** @param why for the person at the keyboard: exit code and the end of the log */
    default void died(Member member, CannotStart why) {}

    /** @param attempt 1 for the first start after it died */
    default void restarting(Member member, Duration pause, int attempt) {}

    /** It died too often in a row and is not started again. Who runs the suite should stop it. */
    default void gaveUp(Member member, CannotStart why) {}

    /** Said again and again while it lasts. */
    default void diskAlmostFull(long freeBytes) {}

    default void stopping() {}
}
