package dev.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.AddComment;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Priority;
import dev.switchboard.integration.port.Requester;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.integration.port.TicketingSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a helpdesk's adapter must do. Its create is {@link TicketingSystem#openTicket}. */
public abstract class TicketingContract extends CreatingContract<TicketingSystem> {
    protected static final PhoneNumber SARAH = new PhoneNumber("+14155550100");
    protected static final PhoneNumber NOBODY = new PhoneNumber("+14155550199");
    private static final EmailAddress SARAHS_ADDRESS = new EmailAddress("sarah@example.com");

    protected TicketingContract(String system) {
        super(system, TicketingSystem.class);
    }

    /** Whether the vendor keeps this text of a ticket from the customer. */
    protected abstract boolean isPrivate(Ticket ticket, String text);

    /** Everything written on a ticket, attachments included, as the vendor holds it. */
    protected abstract String everythingOn(Ticket ticket);

    /** A word that the seed's articles answer. */
    protected String articleWord() {
        return "return";
    }

    @Override
    protected void lookUp() {
        assertThat(port().findRequester(SARAHS_ADDRESS)).isPresent();
    }

    @Override
    protected String create(IdempotencyKey key) {
        return port().openTicket(ticket(key, "customer: it broke")).id();
    }

    @Test
    void opensATicketThatCanBeRead() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        assertThat(port().ticket(opened.number())).hasValueSatisfying(read -> {
            assertThat(read.number()).isEqualTo(opened.number());
            assertThat(read.subject()).contains("Parcel arrived broken");
            assertThat(read.status()).isIn(TicketStatus.NEW, TicketStatus.OPEN);
        });
    }

    @Test
    void keepsTheTranscriptFromTheCustomer() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: my secret story"));
        assertThat(everythingOn(opened)).contains("my secret story");
        assertThat(isPrivate(opened, "my secret story")).isTrue();
    }

    @Test
    void keepsALongTranscriptWhole() {
        String transcript = CrmContract.longTranscript();
        Ticket opened = port().openTicket(ticket(newKey(), transcript));
        assertThat(everythingOn(opened).lines().map(String::strip).filter(line -> line.startsWith("line")))
                .containsAll(transcript.lines().toList());
    }

    @Test
    void opensATicketForACallerItHasNeverSeen() {
        OpenTicket command = new OpenTicket(
                newKey(),
                "Wants a call back",
                "customer: call me",
                null,
                NOBODY,
                null,
                Priority.NORMAL,
                List.of(),
                Map.of());
        assertThat(port().openTicket(command).number()).isNotBlank();
        assertThat(port().findRequester(NOBODY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"it's \"quoted\"", "a <b> & c", "emoji 😀 and ünïcode", "back\\slash {json: 1}", "{{liquid}}"})
    void writesAnyTextAsItIs(String text) {
        Ticket opened = port().openTicket(ticket(newKey(), text));
        assertThat(everythingOn(opened)).contains(text);
    }

    @Test
    void knowsNoTicketThatIsNotThere() {
        assertThat(port().ticket("999999999")).isEmpty();
        assertThat(port().ticket("not a number' OR 1=1")).isEmpty();
    }

    @Test
    void findsSarahByNumberAndByAddress() {
        assertThat(port().findRequester(SARAH)).map(Requester::name).contains("Sarah Lee");
        assertThat(port().findRequester(SARAHS_ADDRESS)).map(Requester::name).contains("Sarah Lee");
        assertThat(port().findRequester(NOBODY)).isEmpty();
        assertThat(port().findRequester(new EmailAddress("a*b@example.com"))).isEmpty();
    }

    @Test
    void listsARequestersTicketsNewestFirst() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        Requester sarah = port().findRequester(SARAHS_ADDRESS).orElseThrow();
        assertThat(port().ticketsOf(sarah, 5))
                .first()
                .extracting(Ticket::number)
                .isEqualTo(opened.number());
    }

    @Test
    void commentsOnceAndPrivately() {
        Ticket opened = port().openTicket(ticket(newKey(), "customer: it broke"));
        AddComment command = new AddComment(newKey(), opened.id(), "the customer called again", false);
        String first = port().addComment(command).id();
        assertThat(first).isNotBlank();
        assertThat(port().addedComment(command))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(first));
        assertThat(isPrivate(opened, "the customer called again")).isTrue();
    }

    @Test
    void answersFromArticlesInPlainText() {
        assertThat(port().searchArticles(articleWord(), 3)).isNotEmpty().allSatisfy(article -> {
            assertThat(article.title()).isNotBlank();
            assertThat(article.text()).isNotBlank().doesNotContain("<", "&nbsp;", "&amp;");
            assertThat(article.url()).isNotNull();
        });
        assertThat(port().searchArticles("zzzunheardofzzz", 3)).isEmpty();
    }

    protected final OpenTicket ticket(IdempotencyKey key, String transcript) {
        return new OpenTicket(
                key,
                "Parcel arrived broken, the customer wants a replacement",
                transcript,
                "Sarah Lee",
                SARAH,
                SARAHS_ADDRESS,
                Priority.HIGH,
                List.of("ai-created", "complaint"),
                Map.of("intent", "complaint", "sentiment", "negative"));
    }
}
