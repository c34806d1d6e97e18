package dev.switchboard.commerce.shopify;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What travels. Customers' data is null where the app has no approval for it. */
final class ShopifyJson {
    private ShopifyJson() {}

    record TokenRequest(
            @JsonProperty("grant_type") String grantType,
            @JsonProperty("client_id") String clientId,
            @JsonProperty("client_secret") String clientSecret) {
        @Override
        public String toString() {
            return "TokenRequest";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(
            @JsonProperty(value = "access_token", required = true)
            String accessToken,

            @JsonProperty("expires_in") @Nullable Long expiresIn) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    record Request(String query, Map<String, Object> variables, String operationName) {}

    /** Errors come as a list, or as one text. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(
            @Nullable JsonNode data,
            @Nullable JsonNode errors,
            @Nullable JsonNode extensions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ShopAnswer(
            @JsonProperty(required = true) Shop shop,
            @Nullable Installation currentAppInstallation) {}

    /** How the shop dresses an order's number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Shop(
            @JsonProperty(value = "orderNumberFormatPrefix", required = true)
            String prefix,

            @JsonProperty(value = "orderNumberFormatSuffix", required = true)
            String suffix) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Installation(@JsonProperty(required = true) List<Scope> accessScopes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Scope(@JsonProperty(required = true) String handle) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OrdersAnswer(@JsonProperty(required = true) Orders orders) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OrderAnswer(@Nullable Order order) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CustomerAnswer(@Nullable Customer customerByIdentifier) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customer(@JsonProperty(required = true) Orders orders) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Orders(@JsonProperty(required = true) List<Order> nodes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Order(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            long number,
            @Nullable String confirmationNumber,
            @JsonProperty(required = true) Instant createdAt,
            @Nullable Instant processedAt,
            @Nullable Instant cancelledAt,
            @Nullable String displayFinancialStatus,
            @Nullable String displayFulfillmentStatus,
            @Nullable String returnStatus,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Buyer customer,
            @Nullable Address shippingAddress,
            @Nullable MoneySet currentTotalPriceSet,
            @Nullable LineItems lineItems,
            @Nullable List<Fulfillment> fulfillments) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Buyer(
            @Nullable Email defaultEmailAddress, @Nullable Phone defaultPhoneNumber) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Email(@Nullable String emailAddress) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Phone(@Nullable String phoneNumber) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Address(@Nullable String phone) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MoneySet(@Nullable Amount presentmentMoney) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Amount(
            @JsonProperty(required = true) BigDecimal amount,
            @JsonProperty(required = true) String currencyCode) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LineItems(@JsonProperty(required = true) List<LineItem> nodes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LineItem(@JsonProperty(required = true) String title, int quantity) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Fulfillment(
            @Nullable String displayStatus,
            @JsonProperty(required = true) Instant createdAt,
            @Nullable Instant inTransitAt,
            @Nullable Instant estimatedDeliveryAt,
            @Nullable Instant deliveredAt,
            @Nullable List<Tracking> trackingInfo) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tracking(
            @Nullable String company,
            @Nullable String number,
            @Nullable String url) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CustomersAnswer(@JsonProperty(required = true) Customers customers) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Customers(@JsonProperty(required = true) List<KnownCustomer> nodes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record KnownCustomer(
            @JsonProperty(required = true) String id,
            @Nullable Phone defaultPhoneNumber) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ProductsAnswer(@JsonProperty(required = true) Products products) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Products(@JsonProperty(required = true) List<Item> nodes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String title,
            @Nullable PriceRange priceRangeV2,
            @Nullable Variants variants) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PriceRange(@Nullable Amount minVariantPrice) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Variants(@JsonProperty(required = true) List<Variant> nodes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Variant(boolean availableForSale) {}
}
