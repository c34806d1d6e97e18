/** The simulated Shopify, tested over HTTP. */
@NullMarked
package dev.switchboard.sandbox.shopify;

import org.jspecify.annotations.NullMarked;
