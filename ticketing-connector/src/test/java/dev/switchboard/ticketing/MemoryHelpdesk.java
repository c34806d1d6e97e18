package dev.switchboard.ticketing;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.AddComment;
import dev.switchboard.integration.port.Comment;
import dev.switchboard.integration.port.KnowledgeArticle;
import dev.switchboard.integration.port.OpenTicket;
import dev.switchboard.integration.port.Requester;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.integration.port.TicketingSystem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A helpdesk that keeps what it is given. It does not look before it makes: that is what the runtime does. */
final class MemoryHelpdesk implements TicketingSystem {
    final List<OpenTicket> opened = new ArrayList<>();
    final List<AddComment> comments = new ArrayList<>();
    final List<KnowledgeArticle> articles = new ArrayList<>();
    final Map<String, List<Ticket>> ticketsByRequester = new LinkedHashMap<>();

    @Nullable
    Failure failing;

    static Ticket numbered(String number) {
        return numbered(number, TicketStatus.ON_HOLD);
    }

    static Ticket numbered(String number, TicketStatus status) {
        return new Ticket(
                "id-" + number,
                number,
                "Subject of " + number,
                status,
                URI.create("https://desk.example/" + number),
                null);
    }

    @Override
    public void ping() {
        meetTrouble("/ping");
    }

    @Override
    public Ticket openTicket(OpenTicket command) {
        meetTrouble("/tickets/open");
        opened.add(command);
        return numbered(Integer.toString(12_344 + opened.size()));
    }

    @Override
    public Optional<Ticket> openedTicket(OpenTicket command) {
        meetTrouble("/tickets/find-opened");
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).key().equals(command.key())) {
                return Optional.of(numbered(Integer.toString(12_345 + i)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Comment addComment(AddComment command) {
        meetTrouble("/tickets/comment");
        comments.add(command);
        return new Comment(Integer.toString(comments.size()));
    }

    @Override
    public Optional<Comment> addedComment(AddComment command) {
        return Optional.empty();
    }

    @Override
    public Optional<Ticket> ticket(String number) {
        meetTrouble("/tickets/status");
        return ticketsByRequester.values().stream()
                .flatMap(List::stream)
                .filter(ticket -> ticket.number().equals(number))
                .findFirst();
    }

    @Override
    public List<Ticket> ticketsOf(Requester requester, int limit) {
        return ticketsByRequester.getOrDefault(requester.id(), List.of()).stream()
                .limit(limit)
                .toList();
    }

    @Override
    public List<KnowledgeArticle> searchArticles(String words, int limit) {
        meetTrouble("/articles/search");
        return articles.stream().limit(limit).toList();
    }

    @Override
    public Optional<Requester> findRequester(PhoneNumber phone) {
        return known(phone.e164());
    }

    @Override
    public Optional<Requester> findRequester(EmailAddress email) {
        return known(email.value());
    }

    @Override
    public String toString() {
        return "memory";
    }

    private Optional<Requester> known(String id) {
        meetTrouble("/requesters/lookup");
        return ticketsByRequester.containsKey(id)
                ? Optional.of(new Requester(id, "Ann", null, null))
                : Optional.empty();
    }

    private void meetTrouble(String operation) {
        if (failing != null) {
            throw new IntegrationException("memory", operation, failing);
        }
    }
}
