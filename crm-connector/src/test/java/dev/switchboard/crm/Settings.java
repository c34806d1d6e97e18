package dev.switchboard.crm;

import java.time.Duration;

record Settings(boolean createUnknown, boolean openCases) implements CrmSettings {
    static final Settings DEFAULT = new Settings(true, false);

    @Override
    public Duration lookupDeadline() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration rememberCallers() {
        return Duration.ofMinutes(5);
    }

    @Override
    public String defaultRegion() {
        return "US";
    }
}
