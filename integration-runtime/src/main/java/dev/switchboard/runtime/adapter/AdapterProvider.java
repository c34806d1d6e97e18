package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.WebhookReader;
import java.util.List;

/**
 * The one public face of a system's package, as a CDI bean: connects the adapter when the system's settings are set. The runtime
 * wraps what it returns, so an adapter is written as if the network were perfect.
 *
 * @param <P> the adapter's main port
 */
public interface AdapterProvider<P extends IntegratedSystem> {
    /** The card's id. */
    String system();

    /** How requests are authorized. Asked once, before {@link #connect}. */
    Authorization authorization(Connection connection);

    /** How the vendor's answers tell failures; override only for what the status alone does not tell. */
    default FailureReader failures() {
        return FailureReader.BY_STATUS;
    }

    /** What the vendor's answers say of the account's quota; override when they say anything. */
    default AllowanceReader allowances() {
        return AllowanceReader.NONE;
    }

    /** What the vendor's webhooks say; override when it sends any. */
    default WebhookReader webhooks() {
        return WebhookReader.NONE;
    }

    /** The same where it depends on settings; override one of the two. */
    default WebhookReader webhooks(Connection connection) {
        return webhooks();
    }

    /** The lines on which the system tells its changes; override when it has some. Nothing is called before it is listened to. */
    default List<Subscription> subscriptions(Connection connection) {
        return List.of();
    }

    /** Makes the adapter. Must not call the system: it may be away when we start. */
    P connect(Connection connection);
}
