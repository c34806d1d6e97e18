package dev.switchboard.crm.salesforce;

import dev.switchboard.integration.EmailAddress;
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
import java.util.List;
import java.util.Optional;

/** Salesforce, Sales and Service Cloud. */
final class Salesforce implements CrmSystem, CaseDesk {
    private final SalesforceOrg org;
    private final SalesforcePeople people;
    private final SalesforceContacts contacts;
    private final SalesforceContext context;
    private final SalesforceActivities activities;
    private final SalesforceCases cases;

    Salesforce(SalesforceOrg org) {
        this.org = org;
        this.people = new SalesforcePeople(org);
        this.contacts = new SalesforceContacts(org, people);
        this.context = new SalesforceContext(org);
        this.activities = new SalesforceActivities(org);
        this.cases = new SalesforceCases(org);
    }

    @Override
    public void ping() {
        org.ping();
    }

    @Override
    public List<Contact> findByPhone(PhoneNumber phone) {
        return people.byPhone(phone);
    }

    @Override
    public List<Contact> findByEmail(EmailAddress email) {
        return people.byEmail(email);
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

    @Override
    public Ticket openCase(OpenCase command) {
        return cases.open(command);
    }

    @Override
    public Optional<Ticket> openedCase(OpenCase command) {
        return cases.opened(command);
    }

    @Override
    public Optional<Ticket> caseById(String id) {
        return cases.byId(id);
    }
}
