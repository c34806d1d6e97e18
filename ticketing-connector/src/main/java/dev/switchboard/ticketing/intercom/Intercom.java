package dev.switchboard.ticketing.intercom;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Intercom as a helpdesk. A ticket's number is the one that people see; its id is the one that the API takes. */
final class Intercom implements TicketingSystem {
    private static final String PUBLISHED = "published";
    private static final String FOR_EVERYBODY = "everyone";
    private static final int LONGEST_PHRASE = 250;

    private final IntercomApi api;
    private final IntercomTickets tickets;
    private final IntercomNumbers numbers;
    private final IntercomParts parts;
    private final IntercomTags tags;
    private final IntercomRequesters requesters;
    private final IntercomRecent recent;
    private final @Nullable URI inbox;

    /**
     * Connects nothing yet.
     *
     * @param inbox what the address of a ticket begins with; null when it is not known
     */
    Intercom(
            IntercomApi api,
            IntercomTickets tickets,
            IntercomNumbers numbers,
            IntercomParts parts,
            IntercomTags tags,
            IntercomRecent recent,
            @Nullable URI inbox) {
        this.api = api;
        this.tickets = tickets;
        this.numbers = numbers;
        this.parts = parts;
        this.tags = tags;
        this.requesters = new IntercomRequesters(api);
        this.recent = recent;
        this.inbox = inbox;
    }

    @Override
    public void ping() {
        api.me();
    }

    /**
     * Several requests, the transcript last, as a ticket takes neither notes nor tags when it is made. An earlier attempt may have
     * come as far as any of them, so it looks before it makes.
     */
    @Override
    public Ticket openTicket(OpenTicket command) {
        String contact = requesters.idFor(command);
        IntercomJson.Ticket ticket =
                tickets.begun(command.key(), contact).orElseGet(() -> tickets.create(command, contact));
        if (parts.find(ticket, command.key()).isEmpty()) {
            tags.put(ticket.id(), command.tags());
            parts.add(ticket.id(), command.subject() + "\n\n" + command.transcript(), command.key(), false);
        }
        return ticket(ticket);
    }

    /** Only when it has its transcript; otherwise {@link #openTicket} goes on where it stopped. */
    @Override
    public Optional<Ticket> openedTicket(OpenTicket command) {
        return requesters
                .knownFor(command)
                .flatMap(contact -> tickets.begun(command.key(), contact))
                .filter(ticket -> parts.find(ticket, command.key()).isPresent())
                .map(this::ticket);
    }

    @Override
    public Comment addComment(AddComment command) {
        return new Comment(parts.add(command.ticketId(), command.text(), command.key(), command.visibleToCustomer())
                .id());
    }

    @Override
    public Optional<Comment> addedComment(AddComment command) {
        return parts.find(api.ticket(command.ticketId()), command.key()).map(part -> new Comment(part.id()));
    }

    @Override
    public Optional<Ticket> ticket(String number) {
        String digits = number.strip().replaceFirst("^#", "");
        if (!digits.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return present(() -> numbers.ticket(digits)).map(this::ticket);
    }

    /** Those the search does not know yet, too. */
    @Override
    public List<Ticket> ticketsOf(Requester requester, int limit) {
        List<IntercomJson.Ticket> indexed =
                api.searchTickets(IntercomSearch.ofTicketsOf(requester.id())).tickets();
        List<String> known = indexed.stream().map(IntercomJson.Ticket::id).toList();
        Stream<IntercomJson.Ticket> newer = recent.idsOf(requester.id()).stream()
                .filter(id -> !known.contains(id))
                .limit(limit)
                .flatMap(id -> present(() -> Optional.of(api.ticket(id))).stream());
        return Stream.concat(newer, indexed.stream())
                .sorted(Comparator.comparingLong(IntercomJson.Ticket::createdAt).reversed())
                .limit(limit)
                .map(this::ticket)
                .toList();
    }

    /** Searched as a teammate, so what customers may not read is left out here. */
    @Override
    public List<KnowledgeArticle> searchArticles(String words, int limit) {
        String phrase = words.strip();
        if (phrase.isEmpty()) {
            return List.of();
        }
        return api
                .searchArticles(phrase.substring(0, Math.min(phrase.length(), LONGEST_PHRASE)), PUBLISHED)
                .data()
                .articles()
                .stream()
                .filter(article -> PUBLISHED.equals(article.state()))
                .filter(article -> article.audience() == null || FOR_EVERYBODY.equals(article.audience()))
                .flatMap(article -> article(article).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Requester> findRequester(PhoneNumber phone) {
        return requesters.find(phone).map(Intercom::requester);
    }

    @Override
    public Optional<Requester> findRequester(EmailAddress email) {
        return requesters.find(email).map(Intercom::requester);
    }

    static TicketStatus status(@Nullable String category) {
        return switch (category) {
            case "submitted" -> TicketStatus.NEW;
            case "in_progress" -> TicketStatus.OPEN;
            case "waiting_on_customer" -> TicketStatus.PENDING;
            case "resolved" -> TicketStatus.SOLVED;
            case null, default -> TicketStatus.UNKNOWN;
        };
    }

    /** The state's category; before 2.12 the state itself was the word. */
    static @Nullable String category(@Nullable JsonNode state) {
        return state == null
                ? null
                : state.isTextual() ? state.asText() : state.path("category").asText(null);
    }

    private static <T> Optional<T> present(Supplier<Optional<T>> call) {
        try {
            return call.get();
        } catch (IntegrationException absent) {
            if (absent.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    private Ticket ticket(IntercomJson.Ticket ticket) {
        numbers.met(ticket);
        Long updatedAt = ticket.updatedAt();
        return new Ticket(
                ticket.id(),
                ticket.ticketId(),
                IntercomTickets.title(ticket.attributes()),
                status(category(ticket.state())),
                inbox == null ? null : URI.create(inbox + ticket.id()),
                updatedAt == null ? null : Instant.ofEpochSecond(updatedAt));
    }

    private static Requester requester(IntercomJson.Contact contact) {
        String name = contact.name() == null ? "" : contact.name();
        return new Requester(contact.id(), name, contact.email(), contact.phone());
    }

    private static Optional<KnowledgeArticle> article(IntercomJson.Article article) {
        if (article.title() == null || article.body() == null || article.url() == null) {
            return Optional.empty();
        }
        return Optional.of(new KnowledgeArticle(
                IntercomHtml.text(article.title()), IntercomHtml.text(article.body()), URI.create(article.url())));
    }
}
