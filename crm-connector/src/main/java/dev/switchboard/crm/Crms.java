package dev.switchboard.crm;

import dev.switchboard.events.Conversation;
import java.util.List;
import java.util.Optional;

/** The CRMs that are on. */
interface Crms {
    List<Crm> all();

    /** Those that serve a conversation, in the order in which they are asked; the first is where new contacts go. */
    List<Crm> serving(Conversation conversation);

    /** Empty when it is not on. */
    Optional<Crm> named(String id);
}
