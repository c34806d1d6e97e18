package dev.switchboard.cli.call;

import dev.switchboard.cli.Screen;
import dev.switchboard.cli.house.Ports;
import dev.switchboard.cli.house.Surroundings;
import dev.switchboard.integration.card.IntegrationCard;
import dev.switchboard.integration.card.IntegrationCard.Category;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The call that {@code up} plays: Sarah Lee rings, asks for her order, complains, and hangs up with her complaint open. What
 * she hears is shown as it happens, then what was written where, then whether it went as it should.
 */
public final class DemoCall {
    private static final String SARAH = "+14155550100";
    private static final String QUESTION = "where is my order 1001?";
    private static final String COMPLAINT = "the parcel arrived broken and nobody helps me, this is terrible";

    private final Screen screen;
    private final Line line;
    private final Set<Category> kinds;
    private final Clock clock;

    /** {@code kinds} are those of which a system is on. */
    DemoCall(Screen screen, Line line, Set<Category> kinds, Clock clock) {
        this.screen = screen;
        this.line = line;
        this.kinds = Set.copyOf(kinds);
        this.clock = clock;
    }

    /** On a house that is open. */
    public static boolean play(Ports ports, Surroundings surroundings, Screen screen, Clock clock) {
        var line = new Line(
                URI.create(surroundings.required("SWITCHBOARD_PUBLIC_URL")),
                URI.create(ports.gatewayUrl()),
                new TwilioSignature(surroundings.required("TWILIO_AUTH_TOKEN")),
                surroundings.required("TWILIO_ACCOUNT_SID"),
                SARAH,
                surroundings.required("TWILIO_FROM_NUMBER"));
        var kinds =
                surroundings.systems().stream().map(IntegrationCard::category).collect(Collectors.toUnmodifiableSet());
        try (var trail = new KafkaTrail(ports.kafkaAddress())) {
            return new DemoCall(screen, line, kinds, clock).play(trail);
        }
    }

    /**
     * Whether the call went as it should.
     *
     * @throws CallFailed when the gateway breaks it off
     */
    boolean play(Trail trail) {
        var call = new TwilioCall(line);
        screen.title("A call comes in: Sarah Lee, " + line.caller());
        var heard = new Verdict.Heard(hears(call.ring()), says(call, QUESTION), says(call, COMPLAINT));
        call.hangUp();
        screen.row("caller", "(hangs up)");

        var left = Traces.of(call.sid(), trail, kinds, clock);
        screen.title("What was read and written where");
        show(left);

        screen.title("Did it go as it should?");
        var verdict = Verdict.on(heard, left, kinds);
        verdict.checks().forEach(check -> screen.check(check.good(), check.text()));
        return verdict.good();
    }

    private void show(Traces left) {
        left.customers()
                .forEach(found -> screen.row(
                        found.system(),
                        (found.created() ? "has a new" : "found the") + " contact "
                                + found.customer().id() + ": "
                                + found.customer().name()));
        left.tickets()
                .forEach(ticket -> screen.row(
                        ticket.system(),
                        "has a new ticket " + ticket.number() + (ticket.url() == null ? "" : ", " + ticket.url())));
        left.activities()
                .forEach(logged -> screen.row(logged.system(), "has the call on record: " + logged.activityId()));
        left.messages().forEach(message -> screen.row("text message", '"' + message.text() + '"'));
    }

    private List<String> says(TwilioCall call, String speech) {
        screen.row("caller", speech);
        return hears(call.say(speech));
    }

    private List<String> hears(List<String> sentences) {
        sentences.forEach(sentence -> screen.row("caller hears", sentence));
        return sentences;
    }
}
