package dev.switchboard.crm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.switchboard.events.Change;
import dev.switchboard.events.Customer;
import dev.switchboard.integration.PhoneNumber;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Customers who were looked up lately: who calls again within minutes is greeted without asking the CRM. Forgets them as soon as the
 * CRM says that their record changed, and all of them when it may have said so unheard.
 */
@ApplicationScoped
@Default
@Identifier("remembered-customers")
class RememberedCustomers implements KafkaConsumerRebalanceListener {
    private static final int MOST = 20_000;
    /** Longer than a lookup takes: what is looked up while its record changes is not remembered. */
    private static final Duration LOOKUP = Duration.ofMinutes(1);

    private final boolean on;
    private final Clock clock;
    private final Cache<Caller, Customer> customers;
    private final Cache<Contact, Instant> changed;
    private volatile Instant deafUntil = Instant.MIN;

    RememberedCustomers(CrmSettings settings, Clock clock) {
        this.on = settings.rememberCallers().isPositive();
        this.clock = clock;
        Ticker ticker = () -> clock.millis() * 1_000_000;
        this.customers = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST)
                .expireAfterWrite(settings.rememberCallers())
                .build();
        this.changed = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST)
                .expireAfterWrite(LOOKUP)
                .build();
    }

    /** Who the number belongs to in these CRMs; empty when that has to be asked. */
    Optional<Customer> find(PhoneNumber phone, List<Crm> asked) {
        return on ? Optional.ofNullable(customers.getIfPresent(Caller.of(phone, asked))) : Optional.empty();
    }

    /** Remembers them, unless something was said of them since {@code askedAt}. */
    void remember(PhoneNumber phone, List<Crm> asked, Customer customer, Instant askedAt) {
        Instant change = changed.getIfPresent(new Contact(customer.system(), customer.id()));
        boolean stale = (change != null && !change.isBefore(askedAt)) || !deafUntil.isBefore(askedAt);
        if (on && !stale) {
            customers.put(Caller.of(phone, asked), customer);
        }
    }

    void forget(String system, String contactId) {
        changed.put(new Contact(system, contactId), clock.instant());
        forget(customer -> customer.system().equals(system) && customer.id().equals(contactId));
    }

    /** Something changed in a company system: whoever it is about is asked for anew. */
    void learn(Change change) {
        switch (change) {
            case Change.ContactChanged contact -> {
                forget(contact.system(), contact.contactId());
                if (contact.mergedInto() != null) {
                    forget(contact.system(), contact.mergedInto());
                }
            }
            case Change.TicketChanged ticket ->
                forget(customer -> customer.system().equals(ticket.system())
                        && customer.recentCases().stream()
                                .anyMatch(recent -> recent.number().equals(ticket.number())));
        }
    }

    /** What was said before we listened, nobody told us. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        deafUntil = clock.instant();
        customers.invalidateAll();
    }

    private void forget(Predicate<Customer> about) {
        customers.asMap().values().removeIf(about);
    }

    private record Caller(String number, List<String> crms) {
        static Caller of(PhoneNumber phone, List<Crm> asked) {
            return new Caller(phone.e164(), asked.stream().map(Crm::id).toList());
        }
    }

    private record Contact(String system, String id) {}
}
