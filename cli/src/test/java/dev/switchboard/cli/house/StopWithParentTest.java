package dev.switchboard.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.cli.child.StopWithParent;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopWithParentTest {
    @Test
    void endsTheProcessWhenNobodyHoldsItsInputAnyMore() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        var builder = new ProcessBuilder(
                java, "-cp", classPath, StopWithParent.class.getName(), FakeService.class.getName(), "--port", "0");
        var process = builder.redirectErrorStream(true).start();
        try {
            assertThat(process.waitFor(1, TimeUnit.SECONDS))
                    .as("ends by itself")
                    .isFalse();

            process.getOutputStream().close();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
