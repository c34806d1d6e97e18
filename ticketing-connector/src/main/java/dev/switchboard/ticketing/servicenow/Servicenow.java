package dev.switchboard.ticketing.servicenow;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ServiceNow as a helpdesk. */
final class Servicenow implements TicketingSystem {
    private static final String SYS_ID = "[0-9a-f]{32}";

    private final ServicenowApi api;
    private final TicketDefaults defaults;
    private final ServicenowTickets tickets;
    private final ServicenowNotes notes;
    private final ServicenowRequesters requesters;
    private final ServicenowArticles articles;
    private final URI baseUrl;
    private final @Nullable String username;

    /**
     * Connects nothing yet.
     *
     * @param username the integration user's; null when it is not set
     */
    Servicenow(
            ServicenowApi api,
            TicketDefaults defaults,
            ServicenowArticles articles,
            URI baseUrl,
            @Nullable String username) {
        this.api = api;
        this.defaults = defaults;
        this.tickets = new ServicenowTickets(api, defaults);
        this.notes = new ServicenowNotes(api, defaults);
        this.requesters = new ServicenowRequesters(api, defaults.people());
        this.articles = articles;
        this.baseUrl = baseUrl;
        this.username = username;
    }

    /** A row proves more than the status: without the right to read, the answer is 200 and empty. */
    @Override
    public void ping() {
        String query = Optional.ofNullable(username)
                .flatMap(name -> ServicenowQuery.equal("user_name", name))
                .map(ServicenowQuery::text)
                .orElse("active=true");
        if (api.people("sys_user", query, "sys_id", 1).complete().isEmpty()) {
            throw new IntegrationException("servicenow", "sys_user", new Failure.Forbidden(200, "access_rule"));
        }
    }

    /** One request, as long as the transcript fits into a work note; what does not follows in further ones. */
    @Override
    public Ticket openTicket(OpenTicket command) {
        List<String> entries = notes.entries(note(command), command.key());
        Optional<ServicenowJson.Task> begun = entries.size() == 1 ? Optional.empty() : tickets.opened(command.key());
        ServicenowJson.Task ticket =
                begun.orElseGet(() -> tickets.create(command, requesters.of(command), entries.getFirst()));
        if (entries.size() > 1) {
            Set<Integer> present = begun.isEmpty() ? Set.of(1) : notes.present(ticket.sysId(), entries, command.key());
            addTo(ticket, entries, present);
        }
        return ticket(ticket);
    }

    /** One that was made a moment ago and is not there is hidden from us by an access rule. */
    private void addTo(ServicenowJson.Task ticket, List<String> entries, Set<Integer> present) {
        try {
            notes.add(ticket.sysId(), entries, present, false);
        } catch (IntegrationException refused) {
            throw refused.failure() instanceof Failure.NotFound
                    ? new IntegrationException("servicenow", "/tickets/open", new Failure.Forbidden(404, "access_rule"))
                    : refused;
        }
    }

    /** Only when it has its whole transcript; otherwise {@link #openTicket} goes on where it stopped. */
    @Override
    public Optional<Ticket> openedTicket(OpenTicket command) {
        List<String> entries = notes.entries(note(command), command.key());
        return tickets.opened(command.key())
                .filter(ticket -> entries.size() == 1
                        || notes.present(ticket.sysId(), entries, command.key()).size() == entries.size())
                .map(this::ticket);
    }

    /** The answer tells the ticket and not the entry, so the marker in the entry is its id. */
    @Override
    public Comment addComment(AddComment command) {
        String ticketId = ticketId(command);
        List<String> entries = notes.entries(command.text(), command.key());
        Set<Integer> present = entries.size() == 1 ? Set.of() : notes.present(ticketId, entries, command.key());
        notes.add(ticketId, entries, present, command.visibleToCustomer());
        return new Comment(command.key().value());
    }

    @Override
    public Optional<Comment> addedComment(AddComment command) {
        List<String> entries = notes.entries(command.text(), command.key());
        Set<Integer> present = notes.present(ticketId(command), entries, command.key());
        return present.size() == entries.size()
                ? Optional.of(new Comment(command.key().value()))
                : Optional.empty();
    }

    @Override
    public Optional<Ticket> ticket(String number) {
        return tickets.numbered(number).map(this::ticket);
    }

    @Override
    public List<Ticket> ticketsOf(Requester requester, int limit) {
        return tickets.of(requester.id(), limit).stream().map(this::ticket).toList();
    }

    @Override
    public List<KnowledgeArticle> searchArticles(String words, int limit) {
        return articles.search(words, limit);
    }

    @Override
    public Optional<Requester> findRequester(PhoneNumber phone) {
        return requesters.find(phone).map(Servicenow::requester);
    }

    @Override
    public Optional<Requester> findRequester(EmailAddress email) {
        return requesters.find(email).map(Servicenow::requester);
    }

    /**
     * For agents: who it was, what was understood, and all that was said. What is known stands here besides its columns, as the
     * instance ignores a column it does not have. The same for the same command, whatever is found of the caller.
     */
    private static String note(OpenTicket command) {
        String caller = Stream.of(
                        Optional.ofNullable(command.requesterName()),
                        Optional.ofNullable(command.phone()).map(PhoneNumber::e164),
                        Optional.ofNullable(command.email()).map(EmailAddress::value))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
        Map<String, String> known = new TreeMap<>(command.fields());
        known.put("caller", caller.isEmpty() ? "unknown" : caller);
        if (!command.tags().isEmpty()) {
            known.put("tags", String.join(", ", command.tags()));
        }
        Stream<String> lines = known.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue());
        return Stream.of(Stream.of(command.subject().strip()), lines, Stream.of("", command.transcript()))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n"));
    }

    private static String ticketId(AddComment command) {
        if (!command.ticketId().matches(SYS_ID)) {
            throw new IntegrationException("servicenow", "/tickets/comment", new Failure.NotFound(null));
        }
        return command.ticketId();
    }

    private Ticket ticket(ServicenowJson.Task task) {
        String page = "/nav_to.do?uri=" + defaults.tickets().table() + ".do%3Fsys_id%3D" + task.sysId();
        return new Ticket(
                task.sysId(),
                task.number(),
                task.shortDescription() == null ? "" : task.shortDescription(),
                defaults.status(task.state(), task.holdReason()),
                URI.create(baseUrl + page),
                ServicenowTime.parse(task.updatedOn()).orElse(null));
    }

    private static Requester requester(ServicenowJson.Person person) {
        String phone = Stream.of(person.mobilePhone(), person.phone(), person.homePhone())
                .flatMap(Stream::ofNullable)
                .filter(number -> !number.isBlank())
                .findFirst()
                .orElse(null);
        String email = person.email() == null || person.email().isBlank() ? null : person.email();
        return new Requester(person.sysId(), person.name() == null ? "" : person.name(), email, phone);
    }
}
