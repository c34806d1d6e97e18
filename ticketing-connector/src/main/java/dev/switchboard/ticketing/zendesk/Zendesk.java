package dev.switchboard.ticketing.zendesk;

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
import dev.switchboard.ticketing.SearchWords;
import dev.switchboard.ticketing.Subject;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Zendesk as a helpdesk. */
final class Zendesk implements TicketingSystem {
    /** Lands in the comment's {@code metadata.custom}: the only place to keep a key, as comments have no external id. */
    private static final String COMMENT_KEY = "switchboard_key";

    private static final int LARGEST_PAGE = 100;
    /** Zendesk takes 255; its pages show about 150. */
    private static final int LONGEST_SUBJECT = 150;

    private static final int LONGEST_TAG = 255;

    private final ZendeskApi api;
    private final ZendeskApi open;
    private final ZendeskRequesters requesters;
    private final ZendeskComments comments;
    private final TicketDefaults defaults;
    private final URI baseUrl;
    private final String locale;

    /**
     * Connects nothing yet.
     *
     * @param open without credentials: with an agent's, the article search also finds what is internal
     */
    Zendesk(ZendeskApi api, ZendeskApi open, TicketDefaults defaults, URI baseUrl, String locale) {
        this.api = api;
        this.open = open;
        this.requesters = new ZendeskRequesters(api);
        this.comments = new ZendeskComments(api);
        this.defaults = defaults;
        this.baseUrl = baseUrl;
        this.locale = locale;
    }

    /** Not {@code /users/me}, which answers 200 to wrong credentials too. */
    @Override
    public void ping() {
        api.countTickets();
    }

    @Override
    public Ticket openTicket(OpenTicket command) {
        String key = command.key().value();
        try {
            return ticket(api.createTicket(key, new ZendeskJson.TicketRequest(newTicket(command)))
                    .ticket());
        } catch (IntegrationException refused) {
            return underTheSameKey(command, refused).orElseThrow(() -> refused);
        }
    }

    @Override
    public Optional<Ticket> openedTicket(OpenTicket command) {
        return api.ticketsByExternalId(command.key().value()).tickets().stream()
                .min(Comparator.comparingLong(ZendeskJson.Ticket::id))
                .map(this::ticket);
    }

    @Override
    public Comment addComment(AddComment command) {
        ZendeskJson.TicketChange change = new ZendeskJson.TicketChange(
                null,
                comments.comment(command.text(), command.visibleToCustomer()),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(COMMENT_KEY, command.key().value()));
        ZendeskJson.Audit audit = api.updateTicket(number(command), new ZendeskJson.TicketRequest(change))
                .audit();
        return Stream.ofNullable(audit == null ? null : audit.events())
                .flatMap(List::stream)
                .filter(event -> "Comment".equals(event.type()))
                .findFirst()
                .map(event -> new Comment(String.valueOf(event.id())))
                .orElseThrow(() -> new IntegrationException("zendesk", "/tickets/comment", new Failure.Malformed(200)));
    }

    /** Among the newest: a repetition comes within hours. */
    @Override
    public Optional<Comment> addedComment(AddComment command) {
        return api.comments(number(command), "desc", LARGEST_PAGE).comments().stream()
                .filter(comment -> command.key().value().equals(key(comment)))
                .findFirst()
                .map(comment -> new Comment(String.valueOf(comment.id())));
    }

    @Override
    public Optional<Ticket> ticket(String number) {
        String digits = number.strip().replaceFirst("^#", "");
        if (!digits.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ticket(api.ticket(Long.parseLong(digits)).ticket()));
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
        return api.ticketsOf(Long.parseLong(requester.id()), "created_at", "desc", size).tickets().stream()
                .limit(limit)
                .map(this::ticket)
                .toList();
    }

    @Override
    public List<KnowledgeArticle> searchArticles(String words, int limit) {
        String searched = SearchWords.of(words);
        if (searched.isEmpty()) {
            return List.of();
        }
        return open.searchArticles(searched, locale, Math.min(limit, LARGEST_PAGE)).results().stream()
                .filter(article -> !article.draft() && article.userSegmentId() == null)
                .flatMap(article -> article(article).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Requester> findRequester(PhoneNumber phone) {
        return requesters.find(phone).map(Zendesk::requester);
    }

    @Override
    public Optional<Requester> findRequester(EmailAddress email) {
        return requesters.find(email).map(Zendesk::requester);
    }

    /**
     * The transcript is the first comment, and private: one request makes the ticket whole, so no lost answer can leave one
     * without its transcript. That makes the ticket private; every later comment says what it is.
     */
    private ZendeskJson.TicketChange newTicket(OpenTicket command) {
        Subject subject = Subject.of(command.subject(), LONGEST_SUBJECT);
        boolean whole = subject.cut() || command.transcript().isBlank();
        String text = whole ? command.subject() + "\n\n" + command.transcript() : command.transcript();
        List<ZendeskJson.FieldValue> fields = defaults.values(command.fields());
        return new ZendeskJson.TicketChange(
                subject.line(),
                comments.comment(text.strip(), false),
                requesters.idFor(command),
                command.priority().name().toLowerCase(Locale.ROOT),
                command.tags().stream().map(Zendesk::tag).toList(),
                command.key().value(),
                fields.isEmpty() ? null : fields,
                defaults.groupId(),
                defaults.brandId(),
                null);
    }

    /** The key was used before, for the same ticket in other words: then that ticket is the one. */
    private Optional<Ticket> underTheSameKey(OpenTicket command, IntegrationException refused) {
        boolean used = refused.failure() instanceof Failure.Invalid invalid
                && "IdempotentRequestError".equals(invalid.vendorCode());
        return used ? openedTicket(command) : Optional.empty();
    }

    private Ticket ticket(ZendeskJson.Ticket ticket) {
        String id = String.valueOf(ticket.id());
        String subject = ticket.subject() == null ? "" : ticket.subject();
        return new Ticket(
                id,
                id,
                subject,
                status(ticket.status()),
                URI.create(baseUrl + "/agent/tickets/" + id),
                ticket.updatedAt());
    }

    /** The category a custom status belongs to is one of these, too. */
    static TicketStatus status(@Nullable String status) {
        return switch (status) {
            case "new" -> TicketStatus.NEW;
            case "open" -> TicketStatus.OPEN;
            case "pending" -> TicketStatus.PENDING;
            case "hold" -> TicketStatus.ON_HOLD;
            case "solved" -> TicketStatus.SOLVED;
            case "closed" -> TicketStatus.CLOSED;
            case null, default -> TicketStatus.UNKNOWN;
        };
    }

    /** As many whole characters as fit. */
    private static String tag(String tag) {
        if (tag.length() <= LONGEST_TAG) {
            return tag;
        }
        boolean half = Character.isHighSurrogate(tag.charAt(LONGEST_TAG - 1));
        return tag.substring(0, half ? LONGEST_TAG - 1 : LONGEST_TAG);
    }

    private static Requester requester(ZendeskJson.User user) {
        String name = user.name() == null ? "" : user.name();
        return new Requester(String.valueOf(user.id()), name, user.email(), user.phone());
    }

    private static Optional<KnowledgeArticle> article(ZendeskJson.Article article) {
        if (article.title() == null || article.body() == null || article.htmlUrl() == null) {
            return Optional.empty();
        }
        return Optional.of(new KnowledgeArticle(
                PlainText.of(article.title()), PlainText.of(article.body()), URI.create(article.htmlUrl())));
    }

    private static @Nullable Object key(ZendeskJson.Comment comment) {
        ZendeskJson.Metadata metadata = comment.metadata();
        return metadata == null || metadata.custom() == null
                ? null
                : metadata.custom().get(COMMENT_KEY);
    }

    private static long number(AddComment command) {
        return Long.parseLong(command.ticketId());
    }
}
