package dev.switchboard.monitor.health;

import dev.switchboard.events.monitoring.AlertRaised.Severity;

/** A system does not answer its health ping, several times in a row. */
record PingRule(int limitFailures) implements Rule {
    @Override
    public String name() {
        return "ping";
    }

    @Override
    public Severity severity() {
        return Severity.ALERT;
    }

    @Override
    public Finding judge(Measured measured, boolean firing) {
        String name = measured.system().name();
        int failed = measured.failedPings();
        return new Finding(
                failed >= limitFailures,
                failed == 0
                        ? name + " answers its health ping."
                        : Phrase.count(failed, "health ping") + " of " + name + " failed in a row; the limit is "
                                + limitFailures + ".",
                "Look at the status page of " + name
                        + ", then from the connector's host at name resolution, proxy and firewall on the way there.");
    }
}
