package dev.switchboard.crm.zoho;

import java.net.URI;
import java.util.Locale;

/**
 * Where an account lives. Tokens come from its accounts host, and are good at its API host only.
 *
 * @see <a href="https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html">Multi-DC support</a>
 */
enum ZohoDataCentre {
    US("accounts.zoho.com", "www.zohoapis.com"),
    EU("accounts.zoho.eu", "www.zohoapis.eu"),
    IN("accounts.zoho.in", "www.zohoapis.in"),
    AU("accounts.zoho.com.au", "www.zohoapis.com.au"),
    JP("accounts.zoho.jp", "www.zohoapis.jp"),
    CN("accounts.zoho.com.cn", "www.zohoapis.com.cn"),
    CA("accounts.zohocloud.ca", "www.zohoapis.ca"),
    SA("accounts.zoho.sa", "www.zohoapis.sa"),
    UK("accounts.zoho.uk", "www.zohoapis.uk");

    /** What {@link #of} takes. */
    static final String PATTERN = "(?i)us|eu|in|au|jp|cn|ca|sa|uk";

    private final String accounts;
    private final String api;

    ZohoDataCentre(String accounts, String api) {
        this.accounts = accounts;
        this.api = api;
    }

    static ZohoDataCentre of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    URI accounts() {
        return URI.create("https://" + accounts);
    }

    URI api() {
        return URI.create("https://" + api);
    }
}
