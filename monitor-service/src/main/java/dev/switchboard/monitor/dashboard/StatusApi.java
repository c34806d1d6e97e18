package dev.switchboard.monitor.dashboard;

import dev.switchboard.events.monitoring.AlertRaised;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The board as JSON, in the words of the events. */
@Path("/api")
class StatusApi {
    private final Systems systems;
    private final Board board;

    StatusApi(Systems systems, Board board) {
        this.systems = systems;
        this.board = board;
    }

    @GET
    @Path("/status")
    public List<SystemView> status() {
        return systems.all();
    }

    @GET
    @Path("/alerts")
    public Alerts alerts() {
        return new Alerts(board.firing(), board.recent());
    }

    /**
     * Alerts.
     *
     * @param firing those that fire now, the loudest first
     * @param recent the latest fifty, as they stand now, the latest news first
     */
    record Alerts(List<AlertRaised> firing, List<AlertRaised> recent) {}
}
