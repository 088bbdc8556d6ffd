package nl.bovenstrooms.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.bovenstrooms.local.Member;
import nl.bovenstrooms.local.Suite;
import nl.bovenstrooms.local.SuiteProcess;

/**
 * What each process of the suite takes: memory, time of the cores, bytes to the disk. PostgreSQL is many processes that share
 * memory: they count as one, apart from the JVM that looks after them.
 */
final class ProcessWatch implements AutoCloseable {
    static final String POSTGRESQL = "postgresql";
    static final String THIS = "benchmark";

    /** The kernel walks through all pages of each process to tell: more often would cost the suite what is measured. */
    private static final long PERIOD_MILLIS = 2_000;

    private final Suite suite;
    private final CaseWatch database;
    private final Thread thread = new Thread(this::look, "process-watch");
    private volatile long peakOfPostgres;

    ProcessWatch(Suite suite, CaseWatch database) {
        this.suite = suite;
        this.database = database;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Since the process started.
     *
     * @param coreSeconds time of the cores
     * @param writtenBytes to the disk
     */
    record Usage(double coreSeconds, long writtenBytes) {
        Usage since(Usage earlier) {
            return new Usage(coreSeconds - earlier.coreSeconds, writtenBytes - earlier.writtenBytes);
        }
    }

    /**
     * By name of the process. What PostgreSQL writes is taken from its log: it writes small parts of large files, of which some
     * kernels count more than is written. The same bytes go to its tables later, at a checkpoint.
     */
    Map<String, Usage> usage() throws SQLException {
        var all = new LinkedHashMap<String, Usage>();
        for (var process : suite.processes()) {
            all.put(process.member().text(), usage(Stream.of(jvm(process))));
            if (process.member() == Member.DATABASE) {
                all.put(POSTGRESQL, new Usage(usage(postgres(process).stream()).coreSeconds(), database.databaseLog()));
            }
        }
        all.put(THIS, usage(Stream.of(ProcessHandle.current())));
        return all;
    }

    /** The most memory so far, in bytes, by name of the process; empty where the kernel does not tell. */
    Map<String, Long> peakMemory() {
        var all = new LinkedHashMap<String, Long>();
        for (var process : suite.processes()) {
            Linux.peakResident(process.pid())
                    .ifPresent(peak -> all.put(process.member().text(), peak));
            if (process.member() == Member.DATABASE && peakOfPostgres > 0) {
                all.put(POSTGRESQL, peakOfPostgres);
            }
        }
        Linux.peakResident(ProcessHandle.current().pid()).ifPresent(peak -> all.put(THIS, peak));
        return all;
    }

    private static Usage usage(Stream<ProcessHandle> processes) {
        var coreSeconds = 0.0;
        var written = 0L;
        for (var process : processes.toList()) {
            coreSeconds +=
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
            written += Linux.written(process.pid()).orElse(0);
        }
        return new Usage(coreSeconds, written);
    }

    private static ProcessHandle jvm(SuiteProcess process) {
        return ProcessHandle.of(process.pid()).orElseThrow();
    }

    private static List<ProcessHandle> postgres(SuiteProcess database) {
        return database.family().stream()
                .filter(process -> process.pid() != database.pid())
                .toList();
    }

    private void look() {
        try {
            while (true) {
                var sum = 0L;
                for (var process : postgres(suite.process(Member.DATABASE))) {
                    sum += Linux.proportional(process.pid()).orElse(0);
                }
                peakOfPostgres = Math.max(peakOfPostgres, sum);
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
