package dev.switchboard.crm;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.Failure;
import dev.switchboard.integration.IdempotencyKey;
import dev.switchboard.integration.IntegrationException;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.CaseDesk;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.LogActivity;
import dev.switchboard.integration.port.OpenCase;
import dev.switchboard.integration.port.Ticket;
import dev.switchboard.integration.port.TicketStatus;
import dev.switchboard.runtime.call.CallScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A CRM in memory; single methods can be made to fail. */
final class RememberingCrm implements CrmSystem, CaseDesk {
    final Map<PhoneNumber, Contact> indexed = new LinkedHashMap<>();
    final Map<IdempotencyKey, Contact> created = new LinkedHashMap<>();
    final List<LogActivity> activities = new ArrayList<>();
    final List<OpenCase> cases = new ArrayList<>();
    final Map<String, Ticket> standing = new LinkedHashMap<>();
    final Set<String> failing = new HashSet<>();
    final List<Instant> contextDeadlines = new ArrayList<>();
    private final String id;
    private Runnable beforeContext = () -> {};

    RememberingCrm(String id) {
        this.id = id;
    }

    Crm connected() {
        return new Crm(id, this);
    }

    RememberingCrm knowing(PhoneNumber phone, String name) {
        indexed.put(phone, new Contact(id + "-" + name, name, name + " Lee", null, phone.e164(), null));
        return this;
    }

    /** Runs when it is asked for a context, before it answers. */
    void beforeContext(Runnable check) {
        beforeContext = check;
    }

    RememberingCrm failingAt(String method) {
        failing.add(method);
        return this;
    }

    @Override
    public void ping() {
        mayFail("ping");
    }

    @Override
    public List<Contact> findByPhone(PhoneNumber phone) {
        mayFail("findByPhone");
        return Optional.ofNullable(indexed.get(phone)).stream().toList();
    }

    @Override
    public List<Contact> findByEmail(EmailAddress email) {
        return List.of();
    }

    @Override
    public Contact createContact(CreateContact command) {
        mayFail("createContact");
        return created.computeIfAbsent(
                command.key(), key -> new Contact(id + "-" + key, null, "someone", null, null, null));
    }

    @Override
    public Optional<Contact> createdContact(CreateContact command) {
        return Optional.ofNullable(created.get(command.key()));
    }

    @Override
    public CustomerContext contextOf(Contact contact) {
        beforeContext.run();
        contextDeadlines.add(CallScope.current().deadline());
        mayFail("contextOf");
        return new CustomerContext(
                "Lee Design", "Premium", null, List.of(new CustomerContext.Item("1001", "Invoice", "open")));
    }

    @Override
    public Activity logActivity(LogActivity command) {
        mayFail("logActivity");
        activities.add(command);
        return new Activity("activity-" + activities.size());
    }

    @Override
    public Optional<Activity> loggedActivity(LogActivity command) {
        return Optional.empty();
    }

    @Override
    public Ticket openCase(OpenCase command) {
        cases.add(command);
        return new Ticket("5", "0000" + cases.size(), command.subject(), TicketStatus.NEW, null, null);
    }

    @Override
    public Optional<Ticket> openedCase(OpenCase command) {
        return Optional.empty();
    }

    @Override
    public Optional<Ticket> caseById(String caseId) {
        mayFail("caseById");
        return Optional.ofNullable(standing.get(caseId));
    }

    private void mayFail(String method) {
        if (failing.contains(method)) {
            throw new IntegrationException(id, method, new Failure.Unavailable(503, true, null));
        }
    }
}
