package dev.switchboard.crm;

import dev.switchboard.events.Conversation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CRMs that serve every conversation. */
record ConnectedCrms(List<Crm> all) implements Crms {
    ConnectedCrms(RememberingCrm... crms) {
        this(Stream.of(crms).map(RememberingCrm::connected).toList());
    }

    @Override
    public List<Crm> serving(Conversation conversation) {
        return all;
    }

    @Override
    public Optional<Crm> named(String id) {
        return all.stream().filter(crm -> crm.id().equals(id)).findFirst();
    }
}
