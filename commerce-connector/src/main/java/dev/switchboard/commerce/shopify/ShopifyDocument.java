package dev.switchboard.commerce.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The GraphQL documents beside this class; each holds one operation of the same name. */
enum ShopifyDocument {
    SHOP("Shop", "shop.graphql"),
    ORDERS("Orders", "orders.graphql", "order-fields.graphql"),
    ORDER("Order", "order.graphql", "order-fields.graphql"),
    CUSTOMER("Customer", "customer.graphql", "order-fields.graphql"),
    CUSTOMERS("Customers", "customers.graphql"),
    PRODUCTS("Products", "products.graphql");

    private final String operation;
    private final String text;

    ShopifyDocument(String operation, String... files) {
        this.operation = operation;
        StringBuilder document = new StringBuilder();
        for (String file : files) {
            document.append(read(file));
        }
        this.text = document.toString();
    }

    String operation() {
        return operation;
    }

    String text() {
        return text;
    }

    private static String read(String file) {
        try (InputStream stream = ShopifyDocument.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("There is no document " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
