package dev.switchboard.commerce.shopify;

import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.runtime.adapter.AdapterProvider;
import dev.switchboard.runtime.adapter.Authorization;
import dev.switchboard.runtime.adapter.Connection;
import dev.switchboard.runtime.adapter.FailureReader;
import dev.switchboard.runtime.adapter.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** Connects Shopify when its settings are there: by an app's client credentials, or by an old app's lasting token. */
@ApplicationScoped
class ShopifyProvider implements AdapterProvider<CommerceSystem> {
    /** Whatever else stands there would be an address of somebody's choosing, called with our token. */
    private static final String SHOP = "[a-zA-Z0-9][a-zA-Z0-9-_]*\\.myshopify\\.com";

    private static final String VERSION = "20[0-9]{2}-(01|04|07|10)|unstable";

    @Override
    public String system() {
        return "shopify";
    }

    @Override
    public Authorization authorization(Connection connection) {
        Settings settings = connection.settings();
        if (settings.find("SHOPIFY_SHOP_DOMAIN").isPresent()) {
            settings.get("SHOPIFY_SHOP_DOMAIN", SHOP, "a shop's own address, such as my-shop.myshopify.com");
        }
        boolean credentials = settings.find("SHOPIFY_CLIENT_ID").isPresent()
                && settings.find("SHOPIFY_CLIENT_SECRET").isPresent();
        if (credentials) {
            return new Authorization.Renewed(new ShopifyAuth(connection));
        }
        return new Authorization.Fixed(ShopifyAuth.HEADER, settings.get("SHOPIFY_ACCESS_TOKEN"));
    }

    @Override
    public FailureReader failures() {
        return new ShopifyFailures();
    }

    @Override
    public CommerceSystem connect(Connection connection) {
        String version = connection
                .settings()
                .get("SHOPIFY_API_VERSION", VERSION, "a version of the Admin API, such as 2026-10");
        ShopifyApi api = connection.client(ShopifyApi.class);
        return new Shopify(new ShopifyGraph(request -> api.execute(version, request)));
    }
}
