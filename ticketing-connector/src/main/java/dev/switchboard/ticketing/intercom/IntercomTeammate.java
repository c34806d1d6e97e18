package dev.switchboard.ticketing.intercom;

import org.jspecify.annotations.Nullable;

/** Who writes and tags: the teammate who was set, or the one whose token it is, asked for once. */
final class IntercomTeammate {
    private final IntercomApi api;
    private volatile @Nullable String id;

    IntercomTeammate(IntercomApi api, @Nullable String id) {
        this.api = api;
        this.id = id;
    }

    String id() {
        String known = id;
        if (known == null) {
            known = api.me().id();
            id = known;
        }
        return known;
    }
}
