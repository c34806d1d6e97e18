package dev.switchboard.ticketing.servicenow;

import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.MediaType;

/**
 * Tells an instance that is not there from one that answers: while it hibernates, a page says so, with status 200.
 *
 * @see <a href="https://developer.servicenow.com/dev.do#!/guides/australia/developer-program/pdi-guide/understanding-pdis">PDIs</a>
 */
public final class Hibernation implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext answer) {
        // Without an answer there are no headers either.
        MediaType type = answer.getHeaders() == null ? null : answer.getMediaType();
        if (answer.getStatus() == 200 && type != null && type.isCompatible(MediaType.TEXT_HTML_TYPE)) {
            throw new IntegrationException("servicenow", "answer", new Failure.Unavailable(200, false, null));
        }
    }
}
