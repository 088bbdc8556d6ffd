package nl.bovenstrooms.simulator.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.bovenstrooms.simulator.Chance;
import nl.bovenstrooms.simulator.scanner.Exposing;
import nl.bovenstrooms.simulator.scanner.ScannerFamily;
import nl.bovenstrooms.simulator.scanner.ScannerModel;
import nl.bovenstrooms.simulator.scanner.View;
import nl.bovenstrooms.simulator.scene.BoxType;
import nl.bovenstrooms.simulator.scene.Container;
import nl.bovenstrooms.simulator.scene.LoadKind;
import nl.bovenstrooms.simulator.scene.Scene;
import nl.bovenstrooms.simulator.scene.Vehicle;
import nl.bovenstrooms.simulator.wire.Curve;
import nl.bovenstrooms.simulator.wire.EightBits;
import nl.bovenstrooms.simulator.wire.Palette;
import nl.bovenstrooms.simulator.wire.PictureFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** One whole picture of the base case on one thread: 2000 x 800, from goods to JPEG. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 1, jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true"})
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 4, time = 5)
public class BaseCaseBenchmark {

    @Param({"COFFEE_BAGS", "JUICE_DRUMS", "TYRES"})
    public LoadKind kind = LoadKind.COFFEE_BAGS;

    private final ScannerModel scanner = ScannerModel.of(ScannerFamily.PORTAL_6, new Chance(1));
    private final Exposing exposing = new Exposing(scanner);
    private final View view = new View(
            2000,
            800,
            new View.Stand(2.2, 0.9, 0.3),
            new View.Window(-0.8, 13.0, 3.3, -1.0),
            new View.Motion(0.015, 1, 0.02, 1));
    private long seed;

    @Benchmark
    public byte[] picture() {
        var chance = new Chance(seed++);
        var box = kind == LoadKind.JUICE_DRUMS ? BoxType.REEFER_40 : BoxType.DRY_40;
        var container = Container.of(box, kind, chance.of("lot"), chance.of("own"));
        var scene = Scene.of(Vehicle.CHASSIS, List.of(container), false, false, chance.of("scene"));
        var exposure = exposing.of(scene, view, chance.of("exposure"));
        return PictureFile.jpegWithin(
                EightBits.of(exposure, Curve.usual(chance.of("curve"))), Palette.GREY, 0.9, 400_000);
    }
}
