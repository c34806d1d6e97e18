package dev.switchboard.sandbox.shopify;

import static dev.switchboard.sandbox.shopify.SearchField.Match.DIGITS;
import static dev.switchboard.sandbox.shopify.SearchField.Match.EMAIL;
import static dev.switchboard.sandbox.shopify.SearchField.Match.TIME;
import static dev.switchboard.sandbox.shopify.SearchField.Match.WHOLE;
import static dev.switchboard.sandbox.shopify.SearchField.Match.WORDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be searched in one kind of document. A field it does not have is ignored, with a warning. */
record SearchIndex(Map<String, SearchField> fields, SearchField freeText) {

    /** What was found, and the names that are no fields here. */
    record Found(List<ObjectNode> documents, List<String> ignoredFields) {}

    SearchIndex {
        fields = Map.copyOf(fields);
    }

    private static final SearchField ID = SearchField.of(WHOLE, "/legacyResourceId");
    private static final SearchField TAG = SearchField.of(WHOLE, "/tags");
    private static final SearchField UPDATED = SearchField.of(TIME, "/updatedAt");
    private static final SearchField CREATED = SearchField.of(TIME, "/createdAt");

    /** There is no {@code phone} among these. */
    static final SearchIndex ORDERS = new SearchIndex(
            Map.ofEntries(
                    Map.entry("id", ID),
                    Map.entry("name", SearchField.of(WORDS, "/name")),
                    Map.entry("confirmation_number", SearchField.of(WHOLE, "/confirmationNumber")),
                    Map.entry("email", SearchField.of(EMAIL, "/email")),
                    Map.entry("customer_id", new SearchField(WHOLE, order -> afterLastSlash(order.path("customerId")))),
                    Map.entry("financial_status", SearchField.of(WHOLE, "/displayFinancialStatus")),
                    Map.entry("fulfillment_status", SearchField.of(WHOLE, "/displayFulfillmentStatus")),
                    Map.entry("return_status", SearchField.of(WHOLE, "/returnStatus")),
                    Map.entry("status", new SearchField(WHOLE, SearchIndex::statuses)),
                    Map.entry("sku", new SearchField(WHOLE, order -> each(order.path("lineItems"), "sku"))),
                    Map.entry("tag", TAG),
                    Map.entry("created_at", CREATED),
                    Map.entry("processed_at", SearchField.of(TIME, "/processedAt")),
                    Map.entry("updated_at", UPDATED)),
            SearchField.of(
                    WORDS,
                    "/name",
                    "/email",
                    "/confirmationNumber",
                    "/shippingAddress/name",
                    "/phone",
                    "/shippingAddress/phone"));

    static final SearchIndex CUSTOMERS = new SearchIndex(
            Map.of(
                    "id", ID,
                    "email", SearchField.of(EMAIL, "/defaultEmailAddress/emailAddress"),
                    "phone", SearchField.of(DIGITS, "/defaultPhoneNumber/phoneNumber", "/defaultAddress/phone"),
                    "first_name", SearchField.of(WORDS, "/firstName"),
                    "last_name", SearchField.of(WORDS, "/lastName"),
                    "state", SearchField.of(WHOLE, "/state"),
                    "tag", TAG,
                    "customer_date", CREATED,
                    "updated_at", UPDATED),
            SearchField.of(
                    WORDS,
                    "/displayName",
                    "/defaultEmailAddress/emailAddress",
                    "/defaultPhoneNumber/phoneNumber",
                    "/defaultAddress/phone"));

    static final SearchIndex PRODUCTS = new SearchIndex(
            Map.of(
                    "id", ID,
                    "title", SearchField.of(WORDS, "/title"),
                    "handle", SearchField.of(WHOLE, "/handle"),
                    "status", SearchField.of(WHOLE, "/status"),
                    "vendor", SearchField.of(WORDS, "/vendor"),
                    "product_type", SearchField.of(WORDS, "/productType"),
                    "sku", new SearchField(WHOLE, product -> each(product.path("variants"), "sku")),
                    "tag", TAG,
                    "updated_at", UPDATED),
            SearchField.of(WORDS, "/title", "/vendor", "/productType", "/tags"));

    static final SearchIndex VARIANTS = new SearchIndex(
            Map.of(
                    "sku", SearchField.of(WHOLE, "/sku"),
                    "barcode", SearchField.of(WHOLE, "/barcode"),
                    "title", SearchField.of(WORDS, "/title"),
                    "product_id", new SearchField(WHOLE, variant -> afterLastSlash(variant.path("productId")))),
            SearchField.of(WORDS, "/displayName", "/sku"));

    Found search(List<ObjectNode> documents, SearchQuery query) {
        List<String> ignored = new ArrayList<>();
        List<List<SearchQuery.Term>> groups = new ArrayList<>();
        for (List<SearchQuery.Term> group : query.groups()) {
            groups.add(group.stream().filter(term -> isKnown(term, ignored)).toList());
        }
        List<ObjectNode> found = documents.stream()
                .filter(document -> groups.stream().anyMatch(group -> matchesAll(document, group)))
                .toList();
        return new Found(found, List.copyOf(ignored));
    }

    private boolean isKnown(SearchQuery.Term term, List<String> ignored) {
        String field = term.field();
        if (field == null || fields.containsKey(field)) {
            return true;
        }
        ignored.add(field);
        return false;
    }

    private boolean matchesAll(JsonNode document, List<SearchQuery.Term> terms) {
        return terms.stream().allMatch(term -> {
            String field = term.field();
            SearchField searched = field == null ? freeText : fields.getOrDefault(field, freeText);
            return searched.matches(document, term) != term.negated();
        });
    }

    private static Stream<String> statuses(JsonNode order) {
        if (order.hasNonNull("cancelledAt")) {
            return Stream.of("cancelled");
        }
        return order.path("closed").asBoolean() ? Stream.of("closed") : Stream.of("open", "not_closed");
    }

    private static Stream<String> each(JsonNode list, String field) {
        return list.valueStream().map(item -> item.path(field).asText());
    }

    private static Stream<String> afterLastSlash(JsonNode gid) {
        return Stream.of(gid.asText().substring(gid.asText().lastIndexOf('/') + 1));
    }
}
