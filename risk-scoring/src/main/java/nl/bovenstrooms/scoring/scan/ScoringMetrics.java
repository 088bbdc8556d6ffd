package nl.bovenstrooms.scoring.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import nl.bovenstrooms.contracts.event.ScanScored.ComparisonResult;
import nl.bovenstrooms.contracts.event.ScanScored.ContainerScore;

/**
 * What the people who run the service see: scans and how long they took, containers by mode, rules that could not be judged,
 * looks without an answer, dead letters. An alarm belongs on the last three.
 */
@Startup // an alarm needs the counters before the first failure
@ApplicationScoped
class ScoringMetrics {

    private static final String PREFIX = "bovenstrooms.scoring.";

    private final MeterRegistry registry;
    private final Timer duration;

    @Inject
    ScoringMetrics(MeterRegistry registry) {
        this.registry = registry;
        duration = Timer.builder(PREFIX + "duration")
                .description("from taking a scan to having its score, without sending it")
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10))
                .register(registry);
        registry.counter(PREFIX + "model.failures");
        registry.counter(PREFIX + "dead.letters", "topic", "scan.received.v1");
        registry.counter(PREFIX + "dead.letters", "topic", "manifest.received.v1");
        registry.counter(PREFIX + "dead.letters", "topic", "case.read.v1");
        registry.counter(PREFIX + "dead.letters", "topic", "inspection.reported.v1");
    }

    <T> T timed(Supplier<T> scoring) {
        return duration.record(scoring);
    }

    void containerScored(ContainerScore score) {
        registry.counter(PREFIX + "containers", "mode", score.mode().name()).increment();
    }

    void picturesCompared(ComparisonResult result) {
        registry.counter(PREFIX + "comparisons", "result", result.name()).increment();
    }

    void ruleUndecided(String rule) {
        registry.counter(PREFIX + "rule.failures", "rule", rule).increment();
    }

    void modelFailed() {
        registry.counter(PREFIX + "model.failures").increment();
    }

    void deadLetter(String topic) {
        registry.counter(PREFIX + "dead.letters", "topic", topic).increment();
    }
}
