/** Shopify against its contract and its quirks. */
@NullMarked
package dev.switchboard.commerce.shopify;

import org.jspecify.annotations.NullMarked;
