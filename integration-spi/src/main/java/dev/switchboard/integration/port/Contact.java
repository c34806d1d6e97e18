package dev.switchboard.integration.port;

import org.jspecify.annotations.Nullable;

/**
 * A customer as a CRM lists them.
 *
 * @param id the CRM's id
 * @param name full name as stored, never blank
 * @param companyId the CRM's id of their company; null when the CRM tells none
 */
public record Contact(
        String id,
        @Nullable String firstName,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String companyId) {}
