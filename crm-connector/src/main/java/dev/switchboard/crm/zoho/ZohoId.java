package dev.switchboard.crm.zoho;

/**
 * A contact or a lead. Zoho's ids do not tell which, so outside of this package a lead's has a word before it.
 *
 * @param id Zoho's own
 */
record ZohoId(String module, String id) {
    private static final String LEAD = "lead-";

    ZohoId {
        if (!id.matches("[0-9]{1,20}")) {
            throw new IllegalArgumentException("Not a Zoho id");
        }
    }

    /** As our contacts have it. */
    static ZohoId of(String contactId) {
        return contactId.startsWith(LEAD)
                ? new ZohoId(ZohoPerson.LEADS, contactId.substring(LEAD.length()))
                : new ZohoId(ZohoPerson.CONTACTS, contactId);
    }

    boolean isLead() {
        return module.equals(ZohoPerson.LEADS);
    }

    String contactId() {
        return isLead() ? LEAD + id : id;
    }
}
