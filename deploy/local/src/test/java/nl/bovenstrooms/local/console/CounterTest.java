package nl.bovenstrooms.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CounterTest {
    private final Counter counter = new Counter();

    @Test
    void aRestartOfTheServiceDoesNotSetItBack() {
        counter.observe(3);
        counter.observe(5);
        counter.observe(1);
        counter.observe(1);
        counter.observe(4);
        assertThat(counter.total()).isEqualTo(9);
    }
}
