/** Shopify's GraphQL Admin API, simulated: the real query language over a small schema of our own. */
@NullMarked
package dev.switchboard.sandbox.shopify;

import org.jspecify.annotations.NullMarked;
