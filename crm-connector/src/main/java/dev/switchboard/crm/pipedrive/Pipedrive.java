package dev.switchboard.crm.pipedrive;

import dev.switchboard.integration.EmailAddress;
import dev.switchboard.integration.PhoneNumber;
import dev.switchboard.integration.port.Activity;
import dev.switchboard.integration.port.Contact;
import dev.switchboard.integration.port.CreateContact;
import dev.switchboard.integration.port.CrmSystem;
import dev.switchboard.integration.port.CustomerContext;
import dev.switchboard.integration.port.LogActivity;
import java.util.List;
import java.util.Optional;

/** Pipedrive's CRM. */
final class Pipedrive implements CrmSystem {
    private final PipedriveAccount account;
    private final PipedrivePersons persons;
    private final PipedriveContext context;
    private final PipedriveActivities activities;

    Pipedrive(PipedriveAccount account) {
        this.account = account;
        this.persons = new PipedrivePersons(account);
        this.context = new PipedriveContext(account);
        this.activities = new PipedriveActivities(account);
    }

    @Override
    public void ping() {
        account.api().me();
    }

    @Override
    public List<Contact> findByPhone(PhoneNumber phone) {
        return persons.byPhone(phone);
    }

    @Override
    public List<Contact> findByEmail(EmailAddress email) {
        return persons.byEmail(email);
    }

    @Override
    public Contact createContact(CreateContact command) {
        return persons.create(command);
    }

    @Override
    public Optional<Contact> createdContact(CreateContact command) {
        return persons.created(command);
    }

    @Override
    public CustomerContext contextOf(Contact contact) {
        return context.of(contact);
    }

    @Override
    public Activity logActivity(LogActivity command) {
        return activities.log(command);
    }

    @Override
    public Optional<Activity> loggedActivity(LogActivity command) {
        return activities.logged(command);
    }
}
