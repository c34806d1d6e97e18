package dev.switchboard.crm.hubspot;

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

/** HubSpot's CRM. */
final class Hubspot implements CrmSystem {
    private final HubspotAccount account;
    private final HubspotContacts contacts;
    private final HubspotContext context;
    private final HubspotActivities activities;

    Hubspot(HubspotAccount account, RecentContacts recent, HubspotDefaults defaults) {
        this.account = account;
        this.contacts = new HubspotContacts(account, recent, defaults);
        this.context = new HubspotContext(account);
        this.activities = new HubspotActivities(account, defaults);
    }

    @Override
    public void ping() {
        account.ping();
    }

    @Override
    public List<Contact> findByPhone(PhoneNumber phone) {
        return contacts.byPhone(phone);
    }

    @Override
    public List<Contact> findByEmail(EmailAddress email) {
        return contacts.byEmail(email);
    }

    @Override
    public Contact createContact(CreateContact command) {
        return contacts.create(command);
    }

    @Override
    public Optional<Contact> createdContact(CreateContact command) {
        return contacts.created(command);
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
