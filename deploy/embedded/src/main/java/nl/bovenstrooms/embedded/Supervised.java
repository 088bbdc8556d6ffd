package nl.bovenstrooms.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;

/**
 * Runs another main class so that it never outlives who started it: when the parent closes our standard input, or dies in
 * whatever way, this process ends in good order. It also leaves Ctrl-C to the parent, which stops its children in the right
 * order. Arguments: the main class, then its arguments.
 *
 * <p>This class stands alone on the class path of the services, so it uses nothing but the JDK.
 */
public final class Supervised {
    private static final long LONGEST_FAREWELL_MILLIS = 40_000;

    private Supervised() {}

    public static void main(String[] arguments) throws Exception {
        leaveInterruptToParent();
        startThread("parent-watch", Supervised::endWithParent);
        var main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said over this line; only its end matters.
            }
        } catch (IOException closed) {
            // The same news.
        }
        startThread("end-anyway", () -> {
            try {
                Thread.sleep(LONGEST_FAREWELL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(1);
        });
        System.exit(0);
    }

    private static void startThread(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** By reflection: the compiler calls {@code sun.misc.Signal} internal, though module jdk.unsupported exports it. */
    private static void leaveInterruptToParent() {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            var ignore = Proxy.newProxyInstance(
                    Supervised.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, values) -> null);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), ignore);
        } catch (ReflectiveOperationException | IllegalArgumentException unsupported) {
            // Then Ctrl-C reaches us too, and we stop a little earlier.
        }
    }
}
