package dev.switchboard.crm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the CRMs are used. */
@ConfigMapping(prefix = "switchboard.crm")
public interface CrmSettings {
    /** How long finding a caller and reading their context may take in all; what has not been told by then stays away. */
    @WithDefault("5S")
    Duration lookupDeadline();

    /** How long a customer who was looked up is remembered; nothing of their record's changes is missed meanwhile. Zero: not at all. */
    @WithDefault("5M")
    Duration rememberCallers();

    /** Whether somebody no CRM knows becomes a contact in the first one. */
    @WithDefault("true")
    boolean createUnknown();

    /** Whether an unresolved conversation becomes a case, in CRMs that have cases; off where a helpdesk holds the tickets. */
    @WithDefault("false")
    boolean openCases();

    /** The ISO 3166 country in which numbers without a country code are read. */
    @WithDefault("US")
    String defaultRegion();
}
