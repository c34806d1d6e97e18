package dev.switchboard.gateway.webhook;

import dev.switchboard.gateway.conversation.ConversationOverException;
import dev.switchboard.gateway.journal.NotDurableException;
import dev.switchboard.gateway.journal.UndeliverableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why a webhook was not accepted: a status and one sentence, never a stack trace. */
final class Refusals {
    private static final Logger LOG = Logger.getLogger(Refusals.class);
    /** Zendesk sends again only what it may send again within a minute: https://developer.zendesk.com/documentation/webhooks/. */
    private static final int SEND_AGAIN_SECONDS = 30;

    @ServerExceptionMapper
    Response refused(RefusedException refusal) {
        LOG.debugf("Webhook refused: %s", refusal.reason());
        return answer(refusal.status(), refusal.reason());
    }

    @ServerExceptionMapper
    Response over(ConversationOverException e) {
        return answer(410, "The conversation is over.");
    }

    @ServerExceptionMapper
    Response notDurable(CompletionException e) {
        if (e.getCause() instanceof RefusedException refusal) {
            return refused(refusal);
        }
        if (e.getCause() instanceof ConversationOverException over) {
            return over(over);
        }
        if (e.getCause() instanceof UndeliverableException) {
            return answer(413, "The event is too large for Kafka.");
        }
        if (e.getCause() instanceof NotDurableException) {
            LOG.error("An event could be kept neither in Kafka nor on disk; its webhook is refused");
            Response later = answer(503, "The event could not be stored; please send it again later.");
            later.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SEND_AGAIN_SECONDS);
            return later;
        }
        LOG.error("A webhook failed", e);
        return answer(500, "The webhook could not be processed.");
    }

    private static Response answer(int status, String sentence) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(sentence)
                .build();
    }
}
