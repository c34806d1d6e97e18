package dev.switchboard.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes one vendor's requests: faults first, then credential, route and handler; records what was said. */
final class VendorEndpoint implements HttpHandler {

    private static final String CUT_OFF_JSON = "{\"id\": 1, \"subject\": \"cut o";

    private final VendorSandbox vendor;
    private final String origin;
    private final CountDownLatch closing;
    private final Routes routes = new Routes();

    VendorEndpoint(VendorSandbox vendor, String origin, CountDownLatch closing) {
        this.vendor = vendor;
        this.origin = origin;
        this.closing = closing;
        vendor.routes(routes);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Exchanges.read(exchange, "/" + vendor.system(), origin);
            handle(exchange, request);
        }
    }

    private void handle(HttpExchange exchange, Request request) throws IOException {
        vendor.atHand().incrementAndGet();
        try {
            Optional<Routes.Match> match = routes.match(request);
            boolean isTokenEndpoint = match.filter(found -> found.route().access() == Route.Access.TOKEN)
                    .isPresent();
            pause(vendor.faults().takeLatency(request, isTokenEndpoint));
            Optional<Fault> fault = vendor.faults().take(request, isTokenEndpoint);
            if (fault.isPresent()) {
                answerWithFault(exchange, request, fault.get());
                return;
            }
            send(exchange, request, answer(request));
        } catch (RuntimeException broken) {
            vendor.atHand().decrementAndGet();
            throw broken;
        }
    }

    private void answerWithFault(HttpExchange exchange, Request request, Fault fault) throws IOException {
        switch (fault.kind()) {
            case LATENCY -> throw new IllegalStateException("latency is taken before");
            case UNAUTHORIZED -> send(exchange, request, refuse(request, new Refusal.Unauthorized()));
            case FORBIDDEN -> send(exchange, request, refuse(request, new Refusal.Forbidden()));
            case INVALID -> send(exchange, request, refuse(request, new Refusal.InvalidJson("not what is taken here")));
            case RATE_LIMITED -> send(exchange, request, refuse(request, new Refusal.RateLimited(fault.retryAfter())));
            case SERVER_ERROR -> send(exchange, request, refuse(request, new Refusal.ServerError()));
            case MALFORMED -> send(exchange, request, Answer.text(200, "application/json", CUT_OFF_JSON));
            case RESET -> recordSilence(request);
            case RESET_AFTER_APPLYING -> {
                answer(request);
                recordSilence(request);
            }
            case TIMEOUT_AFTER_APPLYING -> {
                answer(request);
                recordSilence(request);
                pause(fault.delay());
            }
        }
    }

    private Answer answer(Request request) {
        return vendor.decorate(request, vendor.alone(() -> handled(request)));
    }

    private Answer handled(Request request) {
        try {
            Optional<Routes.Match> match = routes.match(request);
            if (match.isPresent()) {
                return handled(match.get());
            }
            vendor.authorize(request);
            return vendor.refuse(
                    routes.knowsPath(request.path())
                            ? new Refusal.MethodNotAllowed(request.method())
                            : new Refusal.NotFound(request.path()));
        } catch (RefusedException e) {
            return vendor.refuse(e.refusal());
        } catch (AnsweredException e) {
            return e.answer();
        }
    }

    private Answer handled(Routes.Match match) {
        if (match.route().access() == Route.Access.CREDENTIAL) {
            vendor.authorize(match.request());
        }
        return match.route().handler().answer(match.request());
    }

    private Answer refuse(Request request, Refusal refusal) {
        return vendor.decorate(request, vendor.refuse(refusal));
    }

    private void send(HttpExchange exchange, Request request, Answer answer) throws IOException {
        vendor.exchanges().add(recorded(request, answer.status(), answer.headers(), answer.body()));
        // Before the client hears of it, and asks for more.
        vendor.atHand().decrementAndGet();
        Exchanges.write(exchange, answer);
    }

    private void recordSilence(Request request) {
        vendor.exchanges().add(recorded(request, 0, Map.of(), ""));
        vendor.atHand().decrementAndGet();
    }

    private RecordedExchange recorded(Request request, int status, Map<String, String> headers, String body) {
        return new RecordedExchange(
                vendor.clock().instant(),
                request.method(),
                request.path(),
                request.rawQuery(),
                request.headers(),
                request.body(),
                status,
                headers,
                body);
    }

    private void pause(Duration time) {
        try {
            boolean closed = time.isPositive() && closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (closed) {
                throw new IllegalStateException("the sandbox is closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
