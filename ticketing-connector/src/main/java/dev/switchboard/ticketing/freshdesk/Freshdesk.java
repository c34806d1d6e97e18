package dev.switchboard.ticketing.freshdesk;

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
import dev.switchboard.integration.port.TicketingSystem;
import dev.switchboard.ticketing.SearchWords;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Freshdesk as a helpdesk. */
final class Freshdesk implements TicketingSystem {
    /** Before any ticket. Without it Freshdesk lists those of the last 30 days. */
    private static final String EVER = "2000-01-01T00:00:00Z";

    private static final int LARGEST_PAGE = 100;
    private static final int PUBLISHED = 2;
    private static final int FOR_EVERYBODY = 1;

    private final FreshdeskApi api;
    private final FreshdeskTickets tickets;
    private final FreshdeskNotes notes;
    private final FreshdeskRequesters requesters;
    private final FreshdeskStatuses statuses;
    private final URI baseUrl;

    Freshdesk(FreshdeskApi api, FreshdeskTickets tickets, FreshdeskStatuses statuses, URI baseUrl) {
        this.api = api;
        this.tickets = tickets;
        this.notes = new FreshdeskNotes(api);
        this.requesters = new FreshdeskRequesters(api);
        this.statuses = statuses;
        this.baseUrl = baseUrl;
    }

    @Override
    public void ping() {
        api.me();
    }

    /**
     * Two requests, as the description is for the customer and the transcript is not. An earlier attempt may have come as far as
     * the first, whatever the second failed of, so it looks before it makes.
     */
    @Override
    public Ticket openTicket(OpenTicket command) {
        Long requester = requesters.idFor(command).orElse(null);
        Optional<FreshdeskJson.Ticket> begun = begun(command, requester);
        FreshdeskJson.Ticket ticket = begun.orElseGet(() -> tickets.create(command, requester));
        if (begun.isEmpty() || notes.find(ticket.id(), command.key()).isEmpty()) {
            notes.add(ticket.id(), command.subject() + "\n\n" + command.transcript(), command.key(), false);
        }
        return ticket(ticket);
    }

    /** Only when it has its transcript; otherwise {@link #openTicket} goes on where it stopped. */
    @Override
    public Optional<Ticket> openedTicket(OpenTicket command) {
        return begun(command, requesters.knownFor(command).orElse(null))
                .or(() -> tickets.indexed(command.key()))
                .filter(ticket -> notes.find(ticket.id(), command.key()).isPresent())
                .map(this::ticket);
    }

    @Override
    public Comment addComment(AddComment command) {
        FreshdeskJson.Note note = notes.add(
                Long.parseLong(command.ticketId()), command.text(), command.key(), command.visibleToCustomer());
        return new Comment(String.valueOf(note.id()));
    }

    @Override
    public Optional<Comment> addedComment(AddComment command) {
        return notes.find(Long.parseLong(command.ticketId()), command.key())
                .map(note -> new Comment(String.valueOf(note.id())));
    }

    @Override
    public Optional<Ticket> ticket(String number) {
        String digits = number.strip().replaceFirst("^#", "");
        if (!digits.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            FreshdeskJson.Ticket found = api.ticket(Long.parseLong(digits));
            return found.deleted() ? Optional.empty() : Optional.of(ticket(found));
        } catch (IntegrationException absent) {
            if (absent.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    @Override
    public List<Ticket> ticketsOf(Requester requester, int limit) {
        int size = Math.min(limit, LARGEST_PAGE);
        return api.ticketsOf(Long.parseLong(requester.id()), EVER, "created_at", "desc", size).stream()
                .map(this::ticket)
                .toList();
    }

    /** Searched as an agent, so what customers may not read is left out here. */
    @Override
    public List<KnowledgeArticle> searchArticles(String words, int limit) {
        String searched = SearchWords.of(words);
        if (searched.isEmpty()) {
            return List.of();
        }
        Map<Long, Boolean> readByEverybody = new HashMap<>();
        return api.searchArticles(searched).stream()
                .filter(article -> article.status() == PUBLISHED)
                .filter(article -> readByEverybody.computeIfAbsent(
                        article.folderId(), folder -> api.folder(folder).visibility() == FOR_EVERYBODY))
                .flatMap(article -> article(article).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Requester> findRequester(PhoneNumber phone) {
        return requesters.find(phone).map(Freshdesk::requester);
    }

    @Override
    public Optional<Requester> findRequester(EmailAddress email) {
        return requesters.find(email).map(Freshdesk::requester);
    }

    /** An agent is nobody's contact, so their ticket is found by their address. */
    private Optional<FreshdeskJson.Ticket> begun(OpenTicket command, @Nullable Long requester) {
        EmailAddress email = command.email();
        if (requester != null) {
            return tickets.opened(command.key(), requester);
        }
        return email == null ? Optional.empty() : tickets.opened(command.key(), email);
    }

    private Ticket ticket(FreshdeskJson.Ticket ticket) {
        String id = String.valueOf(ticket.id());
        String subject = ticket.subject() == null ? "" : ticket.subject();
        return new Ticket(
                id,
                id,
                subject,
                statuses.of(ticket.status()),
                URI.create(baseUrl + "/a/tickets/" + id),
                ticket.updatedAt());
    }

    private static Requester requester(FreshdeskJson.Contact contact) {
        String phone = contact.phone() != null ? contact.phone() : contact.mobile();
        return new Requester(String.valueOf(contact.id()), name(contact.name()), contact.email(), phone);
    }

    private static String name(@Nullable String name) {
        return name == null ? "" : name;
    }

    private Optional<KnowledgeArticle> article(FreshdeskJson.Article article) {
        if (article.title() == null || article.text() == null) {
            return Optional.empty();
        }
        return Optional.of(new KnowledgeArticle(
                article.title(),
                article.text().replace('\u00a0', ' ').strip(),
                URI.create(baseUrl + "/support/solutions/articles/" + article.id())));
    }
}
