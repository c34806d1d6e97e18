package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {
    @Test
    void areTheRootCauseOfAStackTrace() {
        var log = List.of(
                "INFO started",
                "ERROR Failed to start application",
                "java.lang.RuntimeException: no start",
                "\tat a.B.c(B.java:1)",
                "Caused by: java.net.BindException: Address already in use",
                "\tat a.B.d(B.java:2)",
                "\t... 12 more",
                "INFO bye");

        assertThat(LastWords.of(log)).isEqualTo("Caused by: java.net.BindException: Address already in use");
    }

    @Test
    void areTheLastLineWhenNothingLooksLikeAProblem() {
        assertThat(LastWords.of(List.of("one", "two", ""))).isEqualTo("two");
    }

    @Test
    void areNoneInAnEmptyLog() {
        assertThat(LastWords.of(List.of())).isEqualTo("it wrote nothing");
    }
}
