package dev.switchboard.cli.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits until a started process takes work. */
final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private final Project project;
    private final Clock clock;
    private final Duration patience;

    Readiness(Project project, Clock clock, Duration patience) {
        this.project = project;
        this.clock = clock;
        this.patience = patience;
    }

    void awaitHealth(Child child, String url) {
        await(child, () -> answersOk(url));
    }

    void awaitPort(Child child, int port) {
        await(child, () -> accepts(port));
    }

    private void await(Child child, BooleanSupplier ready) {
        var end = clock.instant().plus(patience);
        while (!ready.getAsBoolean()) {
            child.mustRun(project);
            if (clock.instant().isAfter(end)) {
                throw new CannotStart(child.name() + " runs but is not ready after " + patience.toSeconds() + " s: \""
                        + LastWords.of(child.log()) + "\" (the whole log is " + project.shown(child.log()) + ").");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        // Whoever answered may be another program on the port; ours must still be there.
        child.mustRun(project);
    }

    private boolean answersOk(String url) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private static boolean accepts(int port) {
        try (var ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
