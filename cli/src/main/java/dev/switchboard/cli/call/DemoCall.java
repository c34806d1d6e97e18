package dev.switchboard.cli.call;

import dev.switchboard.cli.Screen;
import dev.switchboard.cli.house.Ports;
import dev.switchboard.cli.house.Surroundings;
import java.net.URI;
import java.time.Clock;
import java.util.List;

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
    private final Traces traces;

    DemoCall(Screen screen, Line line, Traces traces) {
        this.screen = screen;
        this.line = line;
        this.traces = traces;
    }

    /** On a house that is open. */
    public static DemoCall to(Ports ports, Surroundings surroundings, Screen screen, Clock clock) {
        var line = new Line(
                URI.create(surroundings.required("SWITCHBOARD_PUBLIC_URL")),
                URI.create(ports.gatewayUrl()),
                new TwilioSignature(surroundings.required("TWILIO_AUTH_TOKEN")),
                surroundings.required("TWILIO_ACCOUNT_SID"),
                SARAH,
                surroundings.required("TWILIO_FROM_NUMBER"));
        var records = new SandboxRecords(URI.create(ports.sandboxUrl()));
        return new DemoCall(screen, line, new Traces(records, surroundings.simulated(), clock));
    }

    /**
     * Whether the call went as it should.
     *
     * @throws CallFailed when the gateway breaks it off
     */
    public boolean play() {
        var call = new TwilioCall(line);
        screen.title("A call comes in: Sarah Lee, " + line.caller());
        var greeting = heard(call.ring());
        var order = said(call, QUESTION);
        var complaint = said(call, COMPLAINT);
        call.hangUp();
        screen.row("caller", "(hangs up)");

        var left = traces.await(Verdict::complete);
        screen.title("What was read and written where");
        traces.contactsOf(line.caller())
                .forEach(contact -> screen.row(contact.kind().system(), "found " + contact.describe()));
        left.forEach(finding -> screen.row(finding.kind().system(), "has a new " + finding.describe()));

        screen.title("Did it go as it should?");
        var verdict = Verdict.on(greeting, order, complaint, left);
        verdict.checks().forEach(check -> screen.check(check.good(), check.text()));
        return verdict.good();
    }

    private List<String> said(TwilioCall call, String speech) {
        screen.row("caller", speech);
        return heard(call.say(speech));
    }

    private List<String> heard(List<String> sentences) {
        sentences.forEach(sentence -> screen.row("caller hears", sentence));
        return sentences;
    }
}
