package dev.switchboard.ticketing.intercom;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tags, which are put on a ticket one by one and by their ids; doing it again changes nothing. */
final class IntercomTags {
    private final IntercomApi api;
    private final IntercomTeammate teammate;

    IntercomTags(IntercomApi api, IntercomTeammate teammate) {
        this.api = api;
        this.teammate = teammate;
    }

    void put(String ticketId, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Map<String, String> known = api.tags().data().stream()
                .filter(tag -> tag.name() != null)
                .collect(
                        Collectors.toMap(tag -> String.valueOf(tag.name()), IntercomJson.Tag::id, (one, other) -> one));
        for (String name : names) {
            String id = known.containsKey(name)
                    ? known.get(name)
                    : api.createTag(new IntercomJson.NewTag(name)).id();
            api.tagTicket(ticketId, new IntercomJson.TagOnTicket(String.valueOf(id), teammate.id()));
        }
    }
}
