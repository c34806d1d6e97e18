package dev.switchboard.integration;

/** A system the company already runs. The ports extend it; an adapter implements one or more of them. */
public interface IntegratedSystem {
    /**
     * The vendor's cheapest call that really needs valid credentials. Returns when they were accepted.
     *
     * @throws IntegrationException when they were not, or the system did not answer
     */
    @Operation(endpoint = "/ping", kind = Operation.Kind.PING)
    void ping();
}
