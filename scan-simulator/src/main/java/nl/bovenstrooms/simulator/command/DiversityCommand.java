package nl.bovenstrooms.simulator.command;

import java.util.concurrent.Callable;
import nl.bovenstrooms.simulator.diversity.Diversity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints how much pictures differ. */
@Command(
        name = "diversity",
        description = "Measures how much pictures differ, per kind of goods, between any two, and in a lot.",
        mixinStandardHelpOptions = true)
final class DiversityCommand implements Callable<Integer> {

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Pictures, 100 to 50000. Default: ${DEFAULT-VALUE}")
    private int count;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (count < 100 || count > 50_000) {
            throw new ParameterException(spec.commandLine(), "--count is 100 to 50000, not " + count);
        }
        var out = spec.commandLine().getOut();
        var progress = new Progress(out, count);
        var report = Diversity.measure(count, seed, progress::done);
        out.printf(
                "%-18s %5s  %13s  %13s  %13s  %13s  %13s  %13s%n",
                "goods", "n", "mean -ln T", "deviation", "entropy, bit", "edges", "along", "black");
        for (var kind : report.kinds()) {
            out.printf("%-18s %5d", kind.kind(), kind.pictures());
            for (var name : new String[] {"mean", "deviation", "entropy", "edges", "along", "black"}) {
                var spread = kind.features().get(name);
                if (spread != null) {
                    out.printf("  %5.3f ± %5.3f", spread.mean(), spread.deviation());
                }
            }
            out.println();
        }
        out.printf(
                "%nclosest two of %d pictures: %.4f; pairs closer than %.3f: %d%n",
                report.pictures(), report.closest(), Diversity.NEARLY_EQUAL, report.nearlyEqual());
        out.printf(
                "distance within a lot %.3f, between lots of the same goods %.3f; nearest is of the same lot: %.0f %%%n",
                report.withinLot(), report.betweenLots(), report.lotRecognised() * 100);
        return 0;
    }
}
