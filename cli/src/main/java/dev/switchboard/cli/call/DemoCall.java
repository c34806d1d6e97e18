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
    private final List<String> systems;
    private final Traces traces;

    /** Looks into these systems, which the sandbox plays. */
    DemoCall(Screen screen, Line line, SandboxRecords records, List<String> systems, Clock clock) {
        this.screen = screen;
        this.line = line;
        this.systems = systems;
        this.traces = new Traces(records, systems, clock);
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
        return new DemoCall(screen, line, records, surroundings.simulated(), clock);
    }

    /**
     * Whether the call went as it should.
     *
     * @throws CallFailed when the gateway breaks it off
     */
    public boolean play() {
        var call = new TwilioCall(line);
        screen.title("A call comes in: Sarah Lee, " + line.caller());
        var heard = new Verdict.Heard(hears(call.ring()), says(call, QUESTION), says(call, COMPLAINT));
        call.hangUp();
        screen.row("caller", "(hangs up)");

        var left = traces.await(found -> Verdict.complete(found, systems));
        screen.title("What was read and written where");
        traces.contactsOf(line.caller())
                .forEach(contact -> screen.row(contact.kind().system(), "found " + contact.describe()));
        left.forEach(finding -> screen.row(finding.kind().system(), "has a new " + finding.describe()));

        screen.title("Did it go as it should?");
        var verdict = Verdict.on(heard, left, systems);
        verdict.checks().forEach(check -> screen.check(check.good(), check.text()));
        return verdict.good();
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
