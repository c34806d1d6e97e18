package dev.switchboard.gateway.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.switchboard.events.EventId;
import dev.switchboard.events.Topics;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.gateway.GatewaySettings;
import dev.switchboard.gateway.VendorSettings;
import dev.switchboard.gateway.conversation.RecentIds;
import dev.switchboard.gateway.journal.ConversationJournal;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCards;
import dev.switchboard.integration.card.Webhook;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the webhooks of CRMs, helpdesks and shops: verified by their card, passed on as they came. */
@Singleton
final class VendorWebhooks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 512 * 1024;
    private static final String SECRETIVE = ".*(signature|hmac|token|secret|auth|cookie|password|key).*";

    private final Map<String, IntegrationCard> cards;
    private final GatewaySettings settings;
    private final VendorSettings vendors;
    private final ConversationJournal journal;
    private final Clock clock;
    private final RecentIds accepted;

    @Inject
    VendorWebhooks(GatewaySettings settings, VendorSettings vendors, ConversationJournal journal, Clock clock) {
        this(IntegrationCards.load(), settings, vendors, journal, clock);
    }

    VendorWebhooks(
            List<IntegrationCard> cards,
            GatewaySettings settings,
            VendorSettings vendors,
            ConversationJournal journal,
            Clock clock) {
        this.cards = cards.stream()
                .filter(card -> card.webhook() != null)
                .collect(Collectors.toUnmodifiableMap(IntegrationCard::id, Function.identity()));
        this.settings = settings;
        this.vendors = vendors;
        this.journal = journal;
        this.clock = clock;
        this.accepted = new RecentIds(clock);
    }

    /**
     * Returns when the webhook is durable. One that came before is accepted again and leaves no second event.
     *
     * @param secret the last part of the path, for systems that sign nothing; null when there was none
     * @return the XML the system waits for; empty when it looks at the status alone
     * @throws RefusedException when it is not accepted
     */
    Optional<String> receive(String system, @Nullable String secret, InboundRequest request) {
        Sender sender = sender(system);
        IntegrationCard card = sender.card();
        Webhook facts = sender.facts();
        request.atMost(LARGEST);
        String proof = proof(sender, secret, request);
        boolean json = request.isOfType("application/json");
        Optional<String> xmlAnswer =
                request.isOfType("text/xml") ? Optional.ofNullable(facts.xmlAnswer()) : Optional.empty();
        if (!json && xmlAnswer.isEmpty() && !request.isOfType("application/x-www-form-urlencoded")) {
            throw RefusedException.wrongType("application/json");
        }
        String body = request.text();
        if (xmlAnswer.isPresent()) {
            SafeXml.check(body);
        }
        WebhookReceived received =
                received(card, facts, request, body, json ? parsed(body) : MissingNode.getInstance());
        publish(received, system + "/proof/" + proof);
        return xmlAnswer;
    }

    /**
     * Returns when webhooks of the system are taken.
     *
     * @throws RefusedException when there is no such system, or it is off
     */
    void mustBeOn(String system) {
        sender(system);
    }

    private Sender sender(String system) {
        IntegrationCard card = cards.get(system);
        Webhook facts = card == null ? null : card.webhook();
        if (card == null || facts == null || facts.scheme() == Webhook.Scheme.TWILIO) {
            throw RefusedException.notConfigured("No system of that name sends webhooks here.");
        }
        Sender sender = new Sender(card, facts, vendors.values(facts.secrets()), vendors.values(facts.login()));
        boolean on = facts.scheme() == Webhook.Scheme.BASIC
                ? sender.secrets().size() == 2
                : !sender.secrets().isEmpty() || sender.logsIn();
        if (!on) {
            throw RefusedException.notConfigured("Webhooks of " + card.name() + " are off: set " + wanted(facts) + ".");
        }
        return sender;
    }

    private static String wanted(Webhook facts) {
        String secrets = String.join(facts.scheme() == Webhook.Scheme.BASIC ? " and " : " or ", facts.secrets());
        return facts.login().isEmpty() ? secrets : secrets + ", or " + String.join(" and ", facts.login());
    }

    /** What was signed before has the same proof, whatever its unsigned headers say now. */
    private String proof(Sender sender, @Nullable String secret, InboundRequest request) {
        Webhook facts = sender.facts();
        List<String> secrets = sender.secrets();
        if (facts.scheme() == Webhook.Scheme.SECRET_PATH) {
            if (secret == null || secrets.stream().noneMatch(known -> Hmac.equal(known, secret))) {
                throw RefusedException.forbidden("The secret in the path is wrong.");
            }
            return EventId.of(request.text());
        }
        if (secret != null) {
            throw RefusedException.notConfigured("This system proves itself otherwise; its path has no secret.");
        }
        if (facts.scheme() == Webhook.Scheme.BASIC) {
            BasicPassword.of(secrets).check(request);
            return EventId.of(request.text());
        }
        CardSignature signature = new CardSignature(facts, secrets, settings.publicUrl(), clock);
        if (sender.logsIn() && (secrets.isEmpty() || !signature.isOn(request))) {
            BasicPassword.of(sender.login()).check(request);
            return EventId.of(request.text());
        }
        signature.check(request);
        return EventId.of(signature.signature(request));
    }

    private void publish(WebhookReceived received, String proof) {
        String delivery = received.system() + "/delivery/" + received.delivery();
        if (accepted.contains(delivery) || accepted.contains(proof)) {
            return;
        }
        journal.keep(Topics.WEBHOOKS, received).join();
        accepted.add(delivery);
        accepted.add(proof);
    }

    private WebhookReceived received(
            IntegrationCard card, Webhook facts, InboundRequest request, String body, JsonNode json) {
        String delivery = delivery(facts.delivery(), request, body, json);
        String resource = facts.resource() == null
                ? ""
                : json.at(JsonPointer.compile(facts.resource())).asText();
        Map<String, String> headers = request.headers().entrySet().stream()
                .filter(header ->
                        header.getKey().startsWith("x-") || header.getKey().equals("content-type"))
                .filter(header -> !header.getKey().matches(SECRETIVE))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new WebhookReceived(
                card.id(), resource.isEmpty() ? delivery : resource, delivery, headers, body, clock.instant());
    }

    private static String delivery(@Nullable String place, InboundRequest request, String body, JsonNode json) {
        String found = "";
        if (place != null && place.startsWith("header:")) {
            found = request.header(place.substring("header:".length())).orElse("");
        } else if (place != null && place.startsWith("json:")) {
            found = json.at(JsonPointer.compile(place.substring("json:".length())))
                    .asText();
        }
        return found.isEmpty() ? EventId.of(body) : found;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw RefusedException.malformed("The body is not JSON.");
        }
    }

    /** A system whose webhooks are taken. */
    private record Sender(IntegrationCard card, Webhook facts, List<String> secrets, List<String> login) {
        /** Whether it may log in instead of signing. */
        boolean logsIn() {
            return login.size() == 2;
        }
    }
}
