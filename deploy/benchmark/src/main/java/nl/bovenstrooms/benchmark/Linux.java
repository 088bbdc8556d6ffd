package nl.bovenstrooms.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What the kernel counts, from /proc. Elsewhere than on Linux nothing is known, and the figures say so. */
final class Linux {
    /** Ticks of /proc/stat: 100 a second on every platform that user programs see. */
    private static final double TICKS_PER_SECOND = 100;

    private Linux() {}

    /** The most memory that a process ever had resident, in bytes. */
    static OptionalLong peakResident(long process) {
        return kilobytes(Path.of("/proc/" + process + "/status"), "VmHWM");
    }

    /** Memory of a process now, in bytes; what it shares with others counts for its part, so that parts add up. */
    static OptionalLong proportional(long process) {
        return kilobytes(Path.of("/proc/" + process + "/smaps_rollup"), "Pss");
    }

    /** Bytes that a process has caused to be written to a disk. */
    static OptionalLong written(long process) {
        return number(Path.of("/proc/" + process + "/io"), "write_bytes");
    }

    /** Seconds of all cores together that were spent on anything, since the machine started; stolen time counts. */
    static double busySeconds() {
        try {
            var words = Files.readString(Path.of("/proc/stat"))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .split("\\s+");
            var busy = 0L;
            // user, nice, system, (idle, iowait,) irq, softirq, steal
            for (var column : new int[] {1, 2, 3, 6, 7, 8}) {
                busy += Long.parseLong(words[column]);
            }
            return busy / TICKS_PER_SECOND;
        } catch (IOException | RuntimeException unknown) {
            return Double.NaN;
        }
    }

    /** As the kernel names it, or the name of the architecture. */
    static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException unknown) {
            return System.getProperty("os.arch");
        }
    }

    private static OptionalLong kilobytes(Path file, String name) {
        var found = number(file, name);
        return found.isPresent() ? OptionalLong.of(found.getAsLong() * 1024) : found;
    }

    private static OptionalLong number(Path file, String name) {
        try {
            var line = Pattern.compile("^" + name + ":\\s*(\\d+)", Pattern.MULTILINE)
                    .matcher(Files.readString(file));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
        } catch (IOException goneOrElsewhere) {
            return OptionalLong.empty();
        }
    }
}
