package dev.switchboard.runtime.adapter;

import dev.switchboard.integration.card.IntegrationCard;
import java.net.URI;
import java.time.Clock;

/** What a provider makes its adapter with. */
public interface Connection {
    IntegrationCard card();

    Settings settings();

    /** Where the system is, without a trailing slash. */
    URI baseUrl();

    Clock clock();

    /** A REST client whose requests are authorized and whose failing answers arrive as exceptions. */
    <A> A client(Class<A> api);

    /** The same without authorization: for token endpoints and what the vendor shows everybody. */
    <A> A openClient(Class<A> api);

    /** What requests are authorized with now; for what is no REST client. */
    AccessToken token();

    /** Has {@code refused} replaced, unless somebody has done so already. */
    void renew(AccessToken refused);
}
