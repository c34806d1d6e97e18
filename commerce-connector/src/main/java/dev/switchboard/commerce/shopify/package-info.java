/** Shopify's GraphQL Admin API. */
@NullMarked
package dev.switchboard.commerce.shopify;

import org.jspecify.annotations.NullMarked;
