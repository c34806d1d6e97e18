package dev.switchboard.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.testkit.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The company's own people at their vendors: they solve tickets and correct contacts, through the vendors' APIs. */
final class Staff {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON_TYPE = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final House house;

    Staff(House house) {
        this.house = house;
    }

    /** The ticket with this number is solved. */
    void solve(String helpdesk, String number) {
        switch (helpdesk) {
            case "zendesk" ->
                send("PUT", "/zendesk/api/v2/tickets/" + number, zendesk(), "{\"ticket\":{\"status\":\"solved\"}}");
            case "freshdesk" ->
                send(
                        "PUT",
                        "/freshdesk/api/v2/tickets/" + number,
                        basic("freshdesk-sandbox-key", "X"),
                        "{\"status\":4}");
            case "intercom" ->
                send(
                        "PUT",
                        "/intercom/tickets/" + id("intercom", "tickets", "ticket_id", number, "id"),
                        "Bearer intercom-sandbox-token",
                        "{\"ticket_state_id\":\"8484\"}",
                        "Intercom-Version",
                        "2.16");
            case "servicenow" ->
                send(
                        "PATCH",
                        "/servicenow/api/now/table/incident/"
                                + id("servicenow", "incident", "number", number, "sys_id"),
                        basic("beth.anglin", "servicenow-sandbox-agent"),
                        "{\"state\":\"6\",\"close_code\":\"Solution provided\",\"close_notes\":\"A new one was sent.\"}");
            default -> throw new IllegalArgumentException("Nobody here works with " + helpdesk);
        }
    }

    /** The contact goes by another first name from now on. */
    void rename(String crm, String contact, String firstName) {
        switch (crm) {
            case "salesforce" ->
                send(
                        "PATCH",
                        "/salesforce/services/data/v67.0/sobjects/Contact/" + contact,
                        token("salesforce", "/services/oauth2/token", "Bearer "),
                        "{\"FirstName\":\"" + firstName + "\"}");
            case "hubspot" ->
                send(
                        "PATCH",
                        "/hubspot/crm/objects/2026-03/contacts/" + contact,
                        "Bearer hubspot-sandbox-key",
                        "{\"properties\":{\"firstname\":\"" + firstName + "\"}}");
            case "zoho" ->
                send(
                        "PUT",
                        "/zoho/eu/crm/v8/Contacts/" + contact,
                        zoho(),
                        "{\"data\":[{\"First_Name\":\"" + firstName + "\"}]}");
            case "pipedrive" ->
                send(
                        "PATCH",
                        "/pipedrive/api/v2/persons/" + contact,
                        "Bearer " + house.sandbox().tokens("pipedrive").issue("v1u:"),
                        "{\"name\":\"" + firstName + " Lee\"}");
            default -> throw new IllegalArgumentException("Nobody here works with " + crm);
        }
    }

    private String zendesk() {
        String body = "{\"grant_type\":\"client_credentials\",\"client_id\":\"zendesk-sandbox-client\","
                + "\"client_secret\":\"zendesk-sandbox-secret\",\"scope\":\"read write\"}";
        return "Bearer "
                + send("POST", "/zendesk/oauth/tokens", "", body)
                        .path("access_token")
                        .asText();
    }

    private String zoho() {
        String body = "grant_type=refresh_token&client_id=1000.ZOHOSANDBOX&client_secret=zoho-sandbox-secret"
                + "&refresh_token=1000.zoho-sandbox-refresh";
        return "Zoho-oauthtoken "
                + send("POST", "/zoho/accounts/eu/oauth/v2/token", "", body)
                        .path("access_token")
                        .asText();
    }

    private String token(String system, String path, String scheme) {
        String body = "grant_type=client_credentials&client_id=" + system + "-sandbox-client&client_secret=" + system
                + "-sandbox-secret";
        return scheme
                + send("POST", "/" + system + path, "", body)
                        .path("access_token")
                        .asText();
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private String id(String system, String type, String field, String value, String wanted) {
        return house.records(system, type).stream()
                .filter(entry -> entry.path(field).asText().equals(value))
                .map(entry -> entry.path(wanted).asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(system + " holds no " + type + " with " + field + " " + value));
    }

    private JsonNode send(String method, String path, String authorization, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + house.sandbox().port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", JSON_TYPE)
                .header("Content-Type", body.startsWith("{") ? JSON_TYPE : FORM);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(
                        method + " " + path + " was answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
