package dev.switchboard.integration;

import dev.switchboard.events.Change;
import dev.switchboard.events.WebhookReceived;
import java.util.List;

/** Says in our words what a system's verified webhooks tell. Asks nobody: the webhook alone has to do. */
@FunctionalInterface
public interface WebhookReader {
    /** For systems that send none. */
    WebhookReader NONE = webhook -> List.of();

    /**
     * The changes it tells, in their order; none when it tells of something nobody here asks for.
     *
     * @throws IntegrationException with {@link Failure.Malformed} when it is not what the vendor documents
     */
    List<Change> changesIn(WebhookReceived webhook);
}
