package dev.switchboard.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.time.Duration;
import java.time.Instant;

/** Sarah Lee of Lee Design, her phone as people type it, one case of last month and one deal. */
final class SalesforceSeed {

    private static final Duration A_MONTH = Duration.ofDays(30);

    private final SalesforceSchema schema;
    private final SObjectStore store;
    private final Instant now;

    SalesforceSeed(SalesforceSchema schema, SObjectStore store, Instant now) {
        this.schema = schema;
        this.store = store;
        this.now = now;
    }

    void fill() {
        add("User", user(), now);
        String account = add("Account", account(), now);
        String sarah = add("Contact", sarah().put("AccountId", account), now);
        add("Case", closedCase().put("ContactId", sarah).put("AccountId", account), now.minus(A_MONTH));
        add("Opportunity", deal().put("AccountId", account), now);
    }

    private static ObjectNode user() {
        return Json.object()
                .put("Name", "Dana Fields")
                .put("Username", "integration@example.com")
                .put("Email", "dana@example.com")
                .put("IsActive", true);
    }

    private static ObjectNode account() {
        return Json.object()
                .put("Name", "Lee Design")
                .put("Type", "Customer")
                .put("Industry", "Design")
                .put("Segment__c", "Premium");
    }

    private static ObjectNode sarah() {
        return Json.object()
                .put("FirstName", "Sarah")
                .put("LastName", "Lee")
                .put("Email", "sarah@example.com")
                .put("Phone", "(415) 555-0100");
    }

    private static ObjectNode closedCase() {
        return Json.object()
                .put("Subject", "Invoice without the VAT number")
                .put("Status", "Closed")
                .put("Origin", "Email")
                .put("Priority", "Medium");
    }

    private ObjectNode deal() {
        return Json.object()
                .put("Name", "Lee Design: studio furniture")
                .put("StageName", "Negotiation")
                .put("Amount", 12_000)
                .put("CloseDate", now.plus(A_MONTH).toString().substring(0, 10));
    }

    private String add(String type, ObjectNode fields, Instant created) {
        return store.insert(schema.type(type).orElseThrow(), fields, created)
                .path("Id")
                .asText();
    }
}
