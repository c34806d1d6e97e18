package dev.switchboard.runtime.messaging;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A system that tells its changes on an open line, and remembers from where somebody listened. */
@ApplicationScoped
class OpenLine implements AdapterProvider<IntegratedSystem>, Subscription {
    private final BlockingQueue<String> places = new LinkedBlockingQueue<>();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<String> reached = new CopyOnWriteArrayList<>();

    /** Moves on to there, for whoever listens. */
    void tell(String place) {
        places.add(place);
    }

    /** Where each of those who listened began. */
    List<String> begun() {
        return List.copyOf(begun);
    }

    /** How far they came. */
    List<String> reached() {
        return List.copyOf(reached);
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public void listen(@Nullable String position, Listener listener) throws InterruptedException {
        begun.add(position == null ? "nowhere" : position);
        while (true) {
            String place = places.take();
            listener.heard(List.of(), place);
            reached.add(place);
        }
    }

    /** Any that has a card. */
    @Override
    public String system() {
        return "hubspot";
    }

    @Override
    public Authorization authorization(Connection connection) {
        return Authorization.bearer("token");
    }

    @Override
    public List<Subscription> subscriptions(Connection connection) {
        return List.of(this);
    }

    @Override
    public IntegratedSystem connect(Connection connection) {
        return () -> {};
    }
}
