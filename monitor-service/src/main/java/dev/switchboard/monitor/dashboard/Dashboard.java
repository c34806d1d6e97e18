package dev.switchboard.monitor.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The page, and the part of it that changes, pushed whenever it does. */
@Path("/")
class Dashboard {
    /** "12 s ago" grows old without any event. */
    private static final Duration AGING = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final BoardPages pages;
    private final Board board;
    private final BrokerWatch broker;
    private final Clock clock;

    Dashboard(BoardPages pages, Board board, BrokerWatch broker, Clock clock) {
        this.pages = pages;
        this.board = board;
        this.broker = broker;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Blocking
    public TemplateInstance page() {
        return Templates.page(pages.now());
    }

    @GET
    @Path("/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> live() {
        return Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .map(_ -> edition())
                .skip()
                .repetitions()
                .map(_ -> Templates.page$live(pages.now()).render());
    }

    private Edition edition() {
        return new Edition(board.version(), broker.awaySince(), clock.millis() / AGING.toMillis());
    }

    /** While this stays equal, the page would look the same. */
    private record Edition(long version, Optional<Instant> away, long age) {}

    /** The templates, checked when they are built. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance page(BoardPage board);

        static native TemplateInstance page$live(BoardPage board);

        private Templates() {}
    }
}
