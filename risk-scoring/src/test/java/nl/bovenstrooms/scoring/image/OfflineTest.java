package nl.bovenstrooms.scoring.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.bovenstrooms.scoring.training.TinyModels;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Loads a model in a JVM that was told nothing and whose only way out is a proxy that counts who comes by. */
class OfflineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void noEngineCallsAnybody(Engine engine) throws Exception {
        TinyModels.write(folder, "own-1", 0);
        var calls = new AtomicInteger();
        try (var proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var listener = new Thread(() -> count(proxy, calls));
            listener.start();
            assertThat(load(engine, proxy.getLocalPort())).contains("own-1 is loaded");
            proxy.close();
            listener.join();
        }
        assertThat(calls).hasValue(0);
    }

    private static void count(ServerSocket proxy, AtomicInteger calls) {
        try {
            while (true) {
                proxy.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private String load(Engine engine, int port) throws Exception {
        var proxy = Stream.of("http", "https")
                .flatMap(scheme -> Stream.of(
                        "-D%s.proxyHost=127.0.0.1".formatted(scheme), "-D%s.proxyPort=%d".formatted(scheme, port)));
        var command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        proxy,
                        Stream.of("-cp", System.getProperty("java.class.path"), Loading.class.getName()),
                        Stream.of(folder.toString(), engine.name()))
                .flatMap(part -> part)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("OPT_OUT_TRACKING", "DJL_OFFLINE"));
        var process = builder.start();
        try (var told = process.getInputStream()) {
            return new String(told.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What runs in that JVM. Arguments: folder of a model, engine. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) {
            var files = ModelFiles.in(Path.of(arguments[0]), Engine.valueOf(arguments[1]));
            try (var network = Network.load(files);
                    var predictor = network.newPredictor()) {
                predictor.predict(new float[WorkingView.PLANES * TinyModels.SIDE * TinyModels.SIDE]);
                System.out.println(files.card().version() + " is loaded");
            }
        }
    }
}
