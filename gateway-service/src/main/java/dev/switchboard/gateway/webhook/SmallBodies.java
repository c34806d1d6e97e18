package dev.switchboard.gateway.webhook;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Reads a short body before its request gets a thread, which would otherwise be woken twice to wait for it. What is long, or does
 * not say how long it is, is read by that thread, within the server's limits; so is what comes by HTTP/2, where a request that has
 * ended cannot be handed on.
 */
@Singleton
final class SmallBodies {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int BEFORE_ROUTES = 100;

    void readAhead(@Observes Filters filters) {
        filters.register(SmallBodies::read, BEFORE_ROUTES);
    }

    private static void read(RoutingContext context) {
        if (!isShort(context.request())) {
            context.next();
            return;
        }
        // When the other side hangs up in the middle of it, there is nobody left to answer.
        context.request().body().onSuccess(body -> goOn((RoutingContextInternal) context, body));
        context.request().resume();
    }

    private static void goOn(RoutingContextInternal context, Buffer body) {
        context.setBody(body);
        context.next();
    }

    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.version() != HttpVersion.HTTP_2
                && length != null
                && length.matches("[1-9][0-9]{0,6}")
                && Integer.parseInt(length) <= MOST_BYTES;
    }
}
