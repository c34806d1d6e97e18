package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;
import dev.switchboard.monitor.health.Refusals.Refusal;
import java.time.Duration;

/** Credentials are refused: any one time is enough, because a renewed token has been tried before it is logged. */
record AuthFailureRule(Duration quietTime) implements Rule {
    @Override
    public String name() {
        return "auth-failure";
    }

    @Override
    public Severity severity() {
        return Severity.IMMEDIATE;
    }

    @Override
    public Finding judge(Measured measured, boolean firing) {
        SystemFacts system = measured.system();
        return measured.refusals()
                .latest()
                .map(refusal -> new Finding(true, what(system, refusal), check(system, refusal)))
                .orElseGet(() -> new Finding(
                        false,
                        system.name() + " accepts the credentials again, or has refused none for "
                                + Phrase.span(quietTime) + ".",
                        "Nothing to do, unless it comes back: then compare " + system.credentials()
                                + " between the replicas."));
    }

    private static String what(SystemFacts system, Refusal refusal) {
        String answer = refusal.httpStatus() == null ? "" : ", HTTP " + refusal.httpStatus();
        return Refusals.EXPIRED.equals(refusal.failure())
                ? system.name() + " refuses the credentials, also after they were renewed (at " + refusal.endpoint()
                        + answer + "); one refusal is enough to alert."
                : system.name() + " does not permit " + refusal.endpoint() + " with these credentials (forbidden"
                        + answer + "); one refusal is enough to alert.";
    }

    private static String check(SystemFacts system, Refusal refusal) {
        return Refusals.EXPIRED.equals(refusal.failure())
                ? "See whether " + system.credentials() + " are still valid at " + system.name()
                        + ", then restart its connector."
                : "Let an administrator of " + system.name() + " grant our user or app what " + refusal.endpoint()
                        + " needs; a new token alone changes nothing.";
    }
}
