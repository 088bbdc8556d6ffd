package nl.bovenstrooms.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Latency QUICK = new Latency(100, 40, 80, 90, 95);

    @Test
    void bothGoalsAreMetExactlyOnTheirBoundary() {
        var results = results(15, 2999.9, 0);

        assertThat(results.sustainedToModel()).isEqualTo(0.5);
        assertThat(Report.of(results)).contains("0.50").contains(": met").doesNotContain("MISSED");
    }

    @Test
    void aGoalIsMissedJustBesideIt() {
        assertThat(results(14.9, 100, 0).isRatioMet()).isFalse();
        assertThat(results(15, 3000, 0).isLatencyMet()).isFalse();
        assertThat(Report.of(results(14.9, 3000, 0))).contains("MISSED");
    }

    @Test
    void theFloorFollowsFromOperationsAndBytes() {
        var results = results(15, 100, 0);

        assertThat(results.floorMillis()).isEqualTo(40.4);
        assertThat(results.writtenBytesOfAScan()).isEqualTo(2_000_000);
        assertThat(results.diskFloorMillis()).isEqualTo(10);
        assertThat(results.coreMillisOfAScan()).isEqualTo(100);
        assertThat(results.sustainedToModelByCores()).isEqualTo(0.66);
    }

    @Test
    void aNetworkThatSeesAQuarterOfThePixelsHasAQuarterOfTheOperations() {
        var half = new ModelRun.Figures(512, 192, 100, 100, 20, 50, 40, 1, 1, 1, 100e9);
        var whole = results(15, 100, 0);
        var results = new Results(
                machine(),
                plan(),
                300_000,
                20,
                whole.steady(),
                whole.saturated(),
                whole.usage(),
                0,
                whole.peakMemory(),
                10,
                10,
                half,
                200e6);

        assertThat(results.operations()).isEqualTo(whole.operations() / 4);
    }

    @Test
    void whatMakesTheFiguresWorthLessIsSaid() {
        assertThat(Report.of(results(15, 100, 0))).doesNotContain("!");
        assertThat(Report.of(results(15, 100, 0.3))).contains("! Other programs took 30 %");
        var unseen = new Results(
                machine(),
                plan(),
                300_000,
                20,
                new Load.Steady(2, QUICK, QUICK, 1),
                new Load.Saturated(10, 1, 15, 20, 2),
                Map.of(),
                0,
                Map.of(),
                9,
                10,
                model(),
                200e6);
        assertThat(Report.of(unseen)).contains("! 3 PUTs").contains("! The model looked at 9 of 10 containers");
    }

    private static Results results(double sustained, double p95, double othersShare) {
        return new Results(
                machine(),
                plan(),
                300_000,
                20,
                new Load.Steady(2, QUICK, new Latency(100, 100, p95, p95, p95), 0),
                new Load.Saturated(10, 1, sustained, 20, 0),
                Map.of("risk-scoring", new ProcessWatch.Usage(1, 20_000_000)),
                othersShare,
                Map.of("risk-scoring", 500_000_000L),
                10,
                10,
                model(),
                200e6);
    }

    private static ModelRun.Figures model() {
        return new ModelRun.Figures(1024, 384, 29, 31, 66, 24, 80, 100, 100, 12, 100e9);
    }

    private static Machine machine() {
        return new Machine(2, "a processor", 1L << 34, "Linux", "17", 0.1);
    }

    private static Plan plan() {
        return new Plan(4, 0, 2, 60, 10, 4, 2, 10);
    }
}
