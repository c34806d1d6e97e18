package dev.switchboard.commerce;

import dev.switchboard.events.Channel;
import dev.switchboard.events.Conversation;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.Customer;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.ShopOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom we talk to, by everything that tells: the CRM's record of them, and the address they reached us from. */
record Caller(List<PhoneNumber> phones, List<EmailAddress> emails) {
    /** Elsewhere an address of digits is an account's id. */
    private static final Set<Channel> ADDRESSED_BY_NUMBER = Set.of(Channel.PHONE, Channel.SMS, Channel.WHATSAPP);

    Caller {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    static Caller of(QuestionAsked asked, String region) {
        Conversation conversation = asked.conversation();
        Optional<Customer> customer = Optional.ofNullable(asked.customer());
        Stream<String> dialled = ADDRESSED_BY_NUMBER.contains(conversation.channel())
                ? Stream.of(conversation.customerAddress())
                : Stream.empty();
        Stream<String> phones = Stream.concat(customer.map(Customer::phone).stream(), dialled);
        Stream<String> emails =
                Stream.concat(customer.map(Customer::email).stream(), Stream.of(conversation.customerAddress()));
        return new Caller(
                List.copyOf(phones.flatMap(written -> PhoneNumber.parse(written, region).stream())
                        .collect(LinkedHashSet::new, Set::add, Set::addAll)),
                List.copyOf(emails.flatMap(written -> EmailAddress.parse(written).stream())
                        .collect(LinkedHashSet::new, Set::add, Set::addAll)));
    }

    /** Whether the order is theirs; an order that does not say whose it is is nobody's. */
    boolean owns(ShopOrder order) {
        String phone = order.phone();
        String email = order.email();
        return (phone != null && phones.stream().anyMatch(ours -> ours.writtenAs(phone)))
                || (email != null
                        && emails.stream().anyMatch(ours -> ours.value().equalsIgnoreCase(email.strip())));
    }
}
