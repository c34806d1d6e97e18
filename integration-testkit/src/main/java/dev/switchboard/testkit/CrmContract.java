package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.LogActivity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a CRM's adapter must do. Its create is {@link CrmSystem#logActivity}. */
public abstract class CrmContract extends CreatingContract<CrmSystem> {
    protected static final PhoneNumber SARAH = new PhoneNumber("+14155550100");
    protected static final PhoneNumber NOBODY = new PhoneNumber("+14155550199");

    protected CrmContract(String system) {
        super(system, CrmSystem.class);
    }

    /** Puts a contact into the vendor with its number spelled like this. */
    protected abstract void addContact(String lastName, String phoneAsStored);

    /** The transcripts that the vendor holds for this key, joined; to see that nothing was cut. */
    protected abstract String storedTranscript(IdempotencyKey key);

    @Override
    protected void lookUp() {
        assertThat(port().findByPhone(SARAH)).isNotEmpty();
    }

    @Override
    protected String create(IdempotencyKey key) {
        return port().logActivity(activity(key, "customer: hello")).id();
    }

    @Test
    void knowsSarahByHerNumber() {
        assertThat(port().findByPhone(SARAH)).first().satisfies(contact -> {
            assertThat(contact.firstName()).isEqualTo("Sarah");
            assertThat(contact.name()).isEqualTo("Sarah Lee");
            assertThat(contact.email()).isEqualTo("sarah@example.com");
        });
    }

    @Test
    void knowsSarahByHerAddressInAnyCase() {
        assertThat(port().findByEmail(new EmailAddress("SARAH@Example.com")))
                .extracting(Contact::firstName)
                .containsExactly("Sarah");
    }

    @Test
    void knowsNobodyByAnUnknownNumber() {
        assertThat(port().findByPhone(NOBODY)).isEmpty();
        assertThat(port().findByEmail(new EmailAddress("nobody@example.com"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+442079460018",
                "+44 20 7946 0018",
                "+44 (0)20 7946 0018",
                "020 7946 0018",
                "(020) 7946-0018",
                "00442079460018"
            })
    void findsANumberHoweverItIsStored(String stored) {
        addContact("Hughes", stored);
        assertThat(port().findByPhone(new PhoneNumber("+442079460018")))
                .extracting(Contact::name)
                .anyMatch(name -> name.contains("Hughes"));
    }

    @Test
    void doesNotTakeANumberForAnotherThatEndsAlike() {
        addContact("Other", "+49 415 555 0100");
        assertThat(port().findByPhone(SARAH)).extracting(Contact::name).containsExactly("Sarah Lee");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"o'hara@example.com", "a+b@example.com", "x%@example.com", "x_y@example.com", "a*b@example.com"})
    void takesNoAddressForAQuery(String address) {
        assertThat(port().findByEmail(new EmailAddress(address))).isEmpty();
    }

    @Test
    void tellsWhatIsGoingOnWithSarah() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        CustomerContext context = port().contextOf(sarah);
        assertThat(context.company()).isEqualTo("Lee Design");
        assertThat(context.recent()).hasSizeBetween(1, 5).allSatisfy(item -> {
            assertThat(item.subject()).isNotBlank();
            assertThat(item.status()).isNotBlank();
        });
    }

    /**
     * Makes the vendor's answers say that little is left of a quota of hours or days, and enough for a handful of calls; false
     * where the vendor says nothing of the kind.
     */
    protected boolean nearlySpendsTheQuota() {
        return false;
    }

    @Test
    void savesWhatIsLeftOfTheQuotaForLookupsAndCreates() {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        assumeTrue(nearlySpendsTheQuota(), "the vendor says nothing of a quota of hours or days");
        assertThat(port().findByPhone(SARAH)).isNotEmpty();
        int asked = vendor().exchanges().size();

        Failure held = failureOf(() -> port().contextOf(sarah));

        assertThat(held).isInstanceOf(Failure.RateLimited.class);
        assertThat(held.httpStatus()).as("held back by us").isNull();
        assertThat(vendor().exchanges()).as("never asked").hasSize(asked);
        assertThat(create(newKey())).isNotBlank();
        assertThatCode(port()::ping).doesNotThrowAnyException();
        vendor().reset();
        assertThat(port().findByPhone(SARAH)).isNotEmpty();
        assertThatCode(port()::ping).doesNotThrowAnyException();
        assertThatCode(() -> port().contextOf(sarah)).doesNotThrowAnyException();
    }

    @Test
    void createsAContactAndFindsItAgain() {
        CreateContact command = new CreateContact(newKey(), "Ana Gómez", NOBODY, null, "AI Call");
        Contact made = port().createContact(command);
        assertThat(made.name()).isEqualTo("Ana Gómez");
        assertThat(port().createdContact(command)).map(Contact::id).contains(made.id());
    }

    @Test
    void createsAContactWithoutAName() {
        CreateContact command = new CreateContact(newKey(), null, NOBODY, null, "AI Call");
        assertThat(port().createContact(command).name()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Robert'); DROP TABLE", "\"Quoted\" Name", "Zoë 😀", "back\\slash", "two\nlines", "%_^*"})
    void storesAnyNameAsItIs(String name) {
        CreateContact command = new CreateContact(newKey(), name, NOBODY, null, "AI Call");
        assertThat(port().createContact(command).name()).isEqualTo(name.strip());
    }

    @Test
    void keepsALongTranscriptWhole() {
        IdempotencyKey key = newKey();
        String transcript = longTranscript();
        port().logActivity(activity(key, transcript));
        assertThat(storedTranscript(key).lines().map(String::strip).filter(line -> line.startsWith("line")))
                .containsExactlyElementsOf(transcript.lines().toList());
    }

    /** About 150,000 characters in numbered lines. */
    protected static String longTranscript() {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 2_500; line++) {
            text.append("line ").append(line).append(" the customer explained what had happened to the parcel\n");
        }
        return text.toString();
    }

    protected final LogActivity activity(IdempotencyKey key, String transcript) {
        Contact sarah = port().findByPhone(SARAH).getFirst();
        return new LogActivity(
                key,
                sarah.id(),
                LogActivity.Kind.CALL,
                "Asked about order 1001",
                "Sarah asked where order 1001 is.",
                transcript,
                true,
                "order-status",
                "neutral",
                SARAH.e164(),
                "+14155550000",
                null,
                Instant.parse("2026-11-22T10:00:00Z"),
                Duration.ofSeconds(184));
    }
}
