package dev.switchboard.cli.house;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables with which each system is reached in the sandbox; the values are what the simulated vendors accept. */
final class SandboxCredentials {
    private SandboxCredentials() {}

    /** By system. */
    static Map<String, Map<String, String>> of(String sandboxUrl) {
        var systems = new LinkedHashMap<String, Map<String, String>>();
        systems.put(
                "salesforce",
                Map.of(
                        "SALESFORCE_LOGIN_URL", sandboxUrl + "/salesforce",
                        "SALESFORCE_AUTH_FLOW", "client_credentials",
                        "SALESFORCE_CLIENT_ID", "salesforce-sandbox-client",
                        "SALESFORCE_CLIENT_SECRET", "salesforce-sandbox-secret",
                        "SALESFORCE_WEBHOOK_SECRET", "salesforce-sandbox-secret"));
        systems.put(
                "hubspot",
                Map.of(
                        "HUBSPOT_BASE_URL", sandboxUrl + "/hubspot",
                        "HUBSPOT_ACCESS_TOKEN", "hubspot-sandbox-token",
                        "HUBSPOT_APP_SECRET", "hubspot-sandbox-secret"));
        systems.put(
                "zendesk",
                Map.of(
                        "ZENDESK_BASE_URL", sandboxUrl + "/zendesk",
                        "ZENDESK_SUBDOMAIN", "sandbox",
                        "ZENDESK_OAUTH_CLIENT_ID", "zendesk-sandbox-client",
                        "ZENDESK_OAUTH_CLIENT_SECRET", "zendesk-sandbox-secret",
                        "ZENDESK_WEBHOOK_SECRET", "zendesk-sandbox-secret"));
        systems.put(
                "shopify",
                Map.of(
                        "SHOPIFY_BASE_URL", sandboxUrl + "/shopify",
                        "SHOPIFY_SHOP_DOMAIN", "sandbox.myshopify.com",
                        "SHOPIFY_AUTH_MODE", "client_credentials",
                        "SHOPIFY_CLIENT_ID", "shopify-sandbox-client",
                        "SHOPIFY_CLIENT_SECRET", "shopify-sandbox-secret"));
        systems.put(
                "twilio",
                Map.of(
                        "TWILIO_BASE_URL", sandboxUrl + "/twilio",
                        "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001",
                        "TWILIO_AUTH_TOKEN", "twilio-sandbox-token",
                        "TWILIO_FROM_NUMBER", "+14155550000"));
        systems.put(
                "whatsapp",
                Map.of(
                        "WHATSAPP_BASE_URL", sandboxUrl + "/whatsapp",
                        "META_APP_SECRET", "meta-sandbox-secret",
                        "WHATSAPP_ACCESS_TOKEN", "whatsapp-sandbox-token",
                        "WHATSAPP_PHONE_NUMBER_ID", "100000000000001",
                        "WHATSAPP_BUSINESS_ACCOUNT_ID", "100000000000002",
                        "WHATSAPP_VERIFY_TOKEN", "whatsapp-sandbox-verify"));
        return systems;
    }
}
