package dev.switchboard.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.runtime.adapter.IntegratedSystems;
import dev.switchboard.testkit.HostileText;
import dev.switchboard.testkit.TestHouse;
import dev.switchboard.testkit.VendorTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No text of a customer's changes what we ask or what we write. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class PipedriveInjectionTest {
    @Inject
    IntegratedSystems systems;

    @BeforeEach
    void startFromTheSeedWithoutLimits() {
        VendorTwin vendor = VendorTwin.of("pipedrive");
        vendor.reset();
        vendor.set("burst-limit", IntNode.valueOf(100_000));
        vendor.set("search-limit", IntNode.valueOf(100_000));
    }

    @Test
    void asksForTheAddressAndNothingElse() {
        List<EmailAddress> addresses = HostileText.addresses();
        addresses.forEach(address -> assertThat(crm().findByEmail(address)).isEmpty());
        List<Map<String, String>> asked = VendorTwin.of("pipedrive").exchanges().stream()
                .filter(exchange -> exchange.path("status").asInt() == 200)
                .map(exchange -> query(exchange.path("rawQuery").asText()))
                // The service rehearses with a number when it starts.
                .filter(query -> "email".equals(query.get("fields")))
                .toList();
        assertThat(asked)
                .containsExactlyElementsOf(addresses.stream()
                        .map(address -> Map.of(
                                "term", address.value(), "fields", "email", "exact_match", "true", "limit", "50"))
                        .toList());
    }

    @Test
    void keepsAnyNameAsItIs() {
        int number = 0;
        for (String name : HostileText.strings()) {
            PhoneNumber phone = new PhoneNumber("+1415556" + (1_000 + ++number));
            IdempotencyKey key = new IdempotencyKey("hostile-" + number);
            Contact made = crm().createContact(new CreateContact(key, name, phone, null, "AI Call"));
            assertThat(made.name())
                    .isEqualTo(PipedriveText.line(name.strip(), 255).strip());
        }
        List<JsonNode> persons = VendorTwin.of("pipedrive").records("persons");
        assertThat(persons).hasSize(number + 1);
        assertThat(persons.subList(1, persons.size()))
                .extracting(person -> person.at("/phones/0/value").asText())
                .allMatch(phone -> phone.startsWith("+1415556"));
    }

    private CrmSystem crm() {
        return (CrmSystem) systems.named("pipedrive").orElseThrow().system();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
