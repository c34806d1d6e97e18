package dev.switchboard.events;

import java.time.Instant;
import java.util.Map;

/**
 * A verified webhook of a CRM, helpdesk or shop, as it came, on {@link Topics#WEBHOOKS}.
 *
 * @param system the card's id
 * @param resource what it is about, as far as the gateway can tell without knowing the vendor; otherwise the delivery
 * @param delivery the vendor's id of this delivery, or a hash of the body
 * @param headers lower-case names; without signatures and credentials
 * @param body UTF-8, unchanged
 */
@EventType("webhook.received.v1")
public record WebhookReceived(
        String system, String resource, String delivery, Map<String, String> headers, String body, Instant at)
        implements Event {
    public WebhookReceived {
        headers = Map.copyOf(headers);
    }

    @Override
    public String key() {
        return system + "/" + resource;
    }

    @Override
    public String distinction() {
        return delivery;
    }
}
