package dev.switchboard.crm;

import dev.switchboard.events.Change;
import dev.switchboard.events.ConversationEvent.Ended;
import dev.switchboard.events.ConversationEvent.Started;
import dev.switchboard.events.Customer;
import dev.switchboard.events.Event;
import dev.switchboard.events.WebhookReceived;
import dev.switchboard.runtime.messaging.Delivery;
import dev.switchboard.runtime.messaging.EventProcessing;
import dev.switchboard.runtime.messaging.VendorChanges;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What the CRMs do about a conversation's events. */
@ApplicationScoped
class CrmEvents {
    private final EventProcessing processing;
    private final CallerIdentification identification;
    private final ActivityLogging logging;
    private final VendorChanges changes;
    private final CaseChanges cases;
    private final RememberedCustomers remembered;

    CrmEvents(
            EventProcessing processing,
            CallerIdentification identification,
            ActivityLogging logging,
            VendorChanges changes,
            CaseChanges cases,
            RememberedCustomers remembered) {
        this.processing = processing;
        this.identification = identification;
        this.logging = logging;
        this.changes = changes;
        this.cases = cases;
        this.remembered = remembered;
    }

    @Incoming("work")
    @RunOnVirtualThread
    void first(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.process(event, record, this::work);
    }

    @Incoming("retries")
    @RunOnVirtualThread
    void again(Event event, IncomingKafkaRecordMetadata<String, Event> record) {
        processing.processAgain(event, record, this::work);
    }

    /** Every replica hears of every change, and commits nothing: each remembers customers of its own. */
    @Incoming("changes")
    @RunOnVirtualThread
    void change(Event event) {
        if (event instanceof Change change) {
            remembered.learn(change);
        }
    }

    /** The conversation is part of it now. */
    private void forgetContextOf(@Nullable Customer customer) {
        if (customer != null) {
            remembered.forget(customer.system(), customer.id());
        }
    }

    private void work(Event event, Delivery delivery) {
        if (event instanceof Started started) {
            identification.on(started);
        } else if (event instanceof Ended ended) {
            logging.on(ended);
            forgetContextOf(ended.customer());
        } else if (event instanceof WebhookReceived webhook) {
            changes.on(webhook, cases::completed);
        }
    }
}
