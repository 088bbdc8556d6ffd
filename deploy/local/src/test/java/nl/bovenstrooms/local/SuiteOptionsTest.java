package nl.bovenstrooms.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteOptionsTest {
    private final SuiteOptions options = SuiteOptions.in(Path.of("somewhere"));

    @Test
    void aChangedCopyLeavesTheOriginalAsItIs() {
        var changed = options.withSetting(Member.ANALYST_QUEUE, "a", "1")
                .withSetting(Member.ANALYST_QUEUE, "b", "2")
                .withJavaOption(Member.RISK_SCORING, "-Xmx2g")
                .withMembers(EnumSet.of(Member.DATABASE))
                .withRestarts(false);
        assertThat(changed.settings()).isEqualTo(Map.of(Member.ANALYST_QUEUE, Map.of("a", "1", "b", "2")));
        assertThat(changed.javaOptions()).isEqualTo(Map.of(Member.RISK_SCORING, List.of("-Xmx2g")));
        assertThat(changed.members()).containsExactly(Member.DATABASE);
        assertThat(options.settings()).isEmpty();
        assertThat(options.javaOptions()).isEmpty();
        assertThat(options.members()).containsExactly(Member.values());
        assertThat(options.restarts()).isTrue();
    }

    @Test
    void noTwoMembersShareAPortWhateverTheOffset() {
        for (var offset : List.of(0, 1, 100)) {
            var ports = SuitePorts.usual(offset);
            assertThat(Arrays.stream(Member.values()).map(ports::of)).doesNotHaveDuplicates();
            assertThat(ports.of(Member.SCAN_INGEST)).isEqualTo(8081 + offset);
        }
    }
}
