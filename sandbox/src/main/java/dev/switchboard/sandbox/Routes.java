package dev.switchboard.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What paths a vendor answers. A template is a raw path with variables, {@code /api/v2/tickets/{id}} or
 * {@code /Calls/{sid}.json}; a variable never spans a slash, and the template with the fewest variables wins.
 */
public final class Routes {

    /** A route that fits, and the request with its path variables. */
    record Match(Route route, Request request) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes get(String template, Handler handler) {
        return add("GET", template, handler);
    }

    public Routes post(String template, Handler handler) {
        return add("POST", template, handler);
    }

    public Routes put(String template, Handler handler) {
        return add("PUT", template, handler);
    }

    public Routes patch(String template, Handler handler) {
        return add("PATCH", template, handler);
    }

    public Routes delete(String template, Handler handler) {
        return add("DELETE", template, handler);
    }

    /** A path behind the vendor's credential check. */
    public Routes add(String method, String template, Handler handler) {
        return add(Route.of(method, template, Route.Access.CREDENTIAL, handler));
    }

    /** A path that the vendor answers without a credential. */
    public Routes open(String method, String template, Handler handler) {
        return add(Route.of(method, template, Route.Access.OPEN, handler));
    }

    /** A path that gives tokens out; faults spare it unless they ask for it. */
    public Routes token(String template, Handler handler) {
        return add(Route.of("POST", template, Route.Access.TOKEN, handler));
    }

    private Routes add(Route route) {
        routes.add(route);
        routes.sort(Comparator.comparingInt(each -> each.variables().size()));
        return this;
    }

    /** Answers a request that is part of another, such as one line of a batch; empty when no route fits. */
    public Optional<Answer> answer(Request request) {
        return match(request).map(found -> found.route().handler().answer(found.request()));
    }

    Optional<Match> match(Request request) {
        for (Route route : routes) {
            if (!route.method().equals(request.method())) {
                continue;
            }
            Optional<Map<String, String>> variables = route.match(request.path());
            if (variables.isPresent()) {
                return Optional.of(new Match(route, request.with(variables.get())));
            }
        }
        return Optional.empty();
    }

    boolean knowsPath(String rawPath) {
        return routes.stream().anyMatch(route -> route.match(rawPath).isPresent());
    }
}
