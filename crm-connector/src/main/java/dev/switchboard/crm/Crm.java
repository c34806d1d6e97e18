package dev.switchboard.crm;

import dev.switchboard.integration.port.CrmSystem;

/** A CRM that is on, and its id. */
record Crm(String id, CrmSystem system) {}
