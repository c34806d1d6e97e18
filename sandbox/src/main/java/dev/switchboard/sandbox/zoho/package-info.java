/** Zoho CRM, simulated: one account in the European data centre, with its accounts host, modules, search, COQL and notifications. */
@NullMarked
package dev.switchboard.sandbox.zoho;

import org.jspecify.annotations.NullMarked;
