package dev.switchboard.ticketing;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.Customer;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Requester;
import dev.switchboard.integration.port.TicketingSystem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is in a conversation: as the CRM knows them, else by their address on the channel. */
@ApplicationScoped
class Requesters {
    /** Elsewhere an address of digits is an account's id. */
    private static final Set<Channel> ADDRESSED_BY_NUMBER = Set.of(Channel.PHONE, Channel.SMS, Channel.WHATSAPP);

    private final TicketingConfig config;

    Requesters(TicketingConfig config) {
        this.config = config;
    }

    @Nullable
    String name(Conversation conversation, @Nullable Customer customer) {
        return customer == null ? conversation.customerName() : customer.name();
    }

    Optional<PhoneNumber> phone(Conversation conversation, @Nullable Customer customer) {
        return Optional.ofNullable(customer)
                .map(Customer::phone)
                .flatMap(written -> PhoneNumber.parse(written, config.region()))
                .or(() -> dialled(conversation));
    }

    Optional<EmailAddress> email(Conversation conversation, @Nullable Customer customer) {
        return Optional.ofNullable(customer)
                .map(Customer::email)
                .flatMap(EmailAddress::parse)
                .or(() -> EmailAddress.parse(conversation.customerAddress()));
    }

    /** Who they are in the helpdesk. */
    Optional<Requester> in(TicketingSystem system, Conversation conversation, @Nullable Customer customer) {
        return email(conversation, customer)
                .flatMap(system::findRequester)
                .or(() -> phone(conversation, customer).flatMap(system::findRequester));
    }

    private Optional<PhoneNumber> dialled(Conversation conversation) {
        return ADDRESSED_BY_NUMBER.contains(conversation.channel())
                ? PhoneNumber.parse(conversation.customerAddress(), config.region())
                : Optional.empty();
    }
}
