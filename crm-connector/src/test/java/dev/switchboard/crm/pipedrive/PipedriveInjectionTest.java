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
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** No text of a customer's changes what we ask or write. Random, but the same each time. */
@QuarkusTest
@QuarkusTestResource(TestHouse.class)
class PipedriveInjectionTest {
    private static final List<String> PIECES = List.of(
            "'",
            "\"",
            "\\",
            "^",
            "%",
            "%00",
            "%2B",
            "+",
            "&",
            "=",
            "#",
            "?",
            "/",
            "{",
            "}",
            "{id}",
            "*",
            "_",
            ";",
            "--",
            "\n",
            "\t",
            "<",
            ">",
            "<script>",
            "javascript:",
            "&fields=name",
            "OR 1=1",
            "😀",
            "é",
            "中",
            "\u202e",
            " ",
            "a",
            "Z",
            "7");

    @Inject
    IntegratedSystems systems;

    @BeforeEach
    void startFromTheSeedWithoutLimits() {
        VendorTwin vendor = VendorTwin.of("pipedrive");
        vendor.reset();
        vendor.set("burst-limit", IntNode.valueOf(100_000));
        vendor.set("search-limit", IntNode.valueOf(100_000));
    }

    /** Up to so many characters, of which every kind makes trouble somewhere. */
    static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(10) == 0 ? most : random.nextInt(40);
        while (text.length() < length) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @RepeatedTest(60)
    void asksForTheAddressAndNothingElse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String local = text(random, 60).replaceAll("[\\s@\"<>,;:\\\\()]", "") + "x";
        EmailAddress address = new EmailAddress(local.substring(Math.max(0, local.length() - 60)) + "@example.com");
        assertThat(crm().findByEmail(address)).isEmpty();
        assertThat(lastQuery())
                .isEqualTo(Map.of("term", address.value(), "fields", "email", "exact_match", "true", "limit", "50"));
    }

    @RepeatedTest(60)
    void keepsAnyNameAsItIs(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String name = text(random, 10_000).strip() + "x";
        PhoneNumber phone = new PhoneNumber("+1415556" + (1_000 + repetition.getCurrentRepetition()));
        CreateContact command = new CreateContact(
                new IdempotencyKey("injection-" + repetition.getCurrentRepetition()), name, phone, null, "AI Call");
        Contact made = crm().createContact(command);
        assertThat(made.name()).isEqualTo(PipedriveText.line(name, 255).strip());
        List<JsonNode> persons = VendorTwin.of("pipedrive").records("persons");
        assertThat(persons).hasSize(2);
        assertThat(persons.getLast().path("name").asText()).isEqualTo(made.name());
    }

    private CrmSystem crm() {
        return (CrmSystem) systems.named("pipedrive").orElseThrow().system();
    }

    private static Map<String, String> lastQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = VendorTwin.of("pipedrive")
                .exchanges()
                .getLast()
                .path("rawQuery")
                .asText();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), decoded(parts[1]));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
