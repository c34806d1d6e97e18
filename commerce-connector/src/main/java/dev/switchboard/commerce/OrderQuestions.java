package dev.switchboard.commerce;

import dev.switchboard.events.Answer;
import dev.switchboard.events.ConversationEvent.QuestionAsked;
import dev.switchboard.events.Question;
import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.CommerceSystem;
import dev.switchboard.integration.port.OrderNumber;
import dev.switchboard.integration.port.ShopOrder;
import dev.switchboard.runtime.call.CallScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers where an order is: the one that is named, when it is the caller's; otherwise their latest ones. */
@ApplicationScoped
class OrderQuestions {
    private static final String NOT_CONNECTED = "not-connected";

    private final Shop shop;
    private final Answers answers;
    private final CommerceConfig config;
    private final Clock clock;

    OrderQuestions(Shop shop, Answers answers, CommerceConfig config, Clock clock) {
        this.shop = shop;
        this.answers = answers;
        this.config = config;
        this.clock = clock;
    }

    /** Always answers, and never fails: somebody waits now, and nobody later. */
    void asked(QuestionAsked asked) {
        switch (asked.question()) {
            case Question.OrderStatus order -> answer(asked, order);
            case Question.TicketStatus ignored -> {}
            case Question.HowTo ignored -> {}
        }
    }

    private void answer(QuestionAsked asked, Question.OrderStatus question) {
        Optional<CommerceSystem> system = shop.system();
        if (system.isEmpty()) {
            failed(asked, Shop.NONE, NOT_CONNECTED);
            return;
        }
        CallScope scope = CallScope.current().until(clock.instant().plus(config.questionDeadline()));
        try {
            scope.run(() -> found(asked, system.get(), orders(asked, question, system.get())));
        } catch (IntegrationException failure) {
            failed(asked, system.get().toString(), failure.failure().code());
        }
    }

    private List<ShopOrder> orders(QuestionAsked asked, Question.OrderStatus question, CommerceSystem system) {
        Caller caller = Caller.of(asked, config.region());
        String said = question.orderNumber();
        return said == null ? latest(caller, system) : named(said, caller, system);
    }

    /** A number that names several orders tells nobody's but the caller's. */
    private List<ShopOrder> named(String said, Caller caller, CommerceSystem system) {
        Optional<OrderNumber> number = number(said);
        if (number.isEmpty()) {
            return List.of();
        }
        List<ShopOrder> named = system.ordersByNumber(number.get());
        boolean anybodys = !config.ordersNeedOwner() && named.size() == 1;
        return anybodys ? named : named.stream().filter(caller::owns).toList();
    }

    private List<ShopOrder> latest(Caller caller, CommerceSystem system) {
        for (PhoneNumber phone : caller.phones()) {
            List<ShopOrder> orders = system.recentOrders(phone, config.recentOrders());
            if (!orders.isEmpty()) {
                return orders;
            }
        }
        for (EmailAddress email : caller.emails()) {
            List<ShopOrder> orders = system.recentOrders(email, config.recentOrders());
            if (!orders.isEmpty()) {
                return orders;
            }
        }
        return List.of();
    }

    private void found(QuestionAsked asked, CommerceSystem system, List<ShopOrder> orders) {
        String name = system.toString();
        answers.give(
                orders.isEmpty()
                        ? new Answer.NothingFound(asked.conversation().id(), name, asked.questionId(), clock.instant())
                        : new Answer.OrdersFound(
                                asked.conversation().id(),
                                name,
                                asked.questionId(),
                                orders.stream().map(OrderQuestions::told).toList(),
                                clock.instant()));
    }

    private void failed(QuestionAsked asked, String system, String failure) {
        answers.give(
                new Answer.Failed(asked.conversation().id(), system, asked.questionId(), failure, clock.instant()));
    }

    /** By its newest parcel. */
    private static Answer.Order told(ShopOrder order) {
        ShopOrder.Shipment parcel = order.shipments().isEmpty()
                ? new ShopOrder.Shipment(null, null, null, null, null, null)
                : order.shipments().getFirst();
        return new Answer.Order(
                order.number(),
                order.state(),
                order.placedAt(),
                parcel.shippedAt(),
                parcel.estimatedDelivery(),
                parcel.carrier(),
                parcel.tracking(),
                order.total(),
                order.items());
    }

    private static Optional<OrderNumber> number(String said) {
        try {
            return Optional.of(new OrderNumber(said));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }
}
