/**
 * Salesforce, simulated: token endpoint, SOQL, search, objects, composite requests.
 *
 * <p>The private key beside it is this sandbox's only: it opens nothing else, so it may stand in the sources.
 */
@NullMarked
package dev.switchboard.sandbox.salesforce;

import org.jspecify.annotations.NullMarked;
