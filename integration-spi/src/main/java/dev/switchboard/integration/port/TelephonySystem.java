package dev.switchboard.integration.port;

import dev.switchboard.integration.IntegratedSystem;
import dev.switchboard.integration.Operation;
import dev.switchboard.integration.Operation.Kind;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The phone system. Every method may throw {@link dev.switchboard.integration.IntegrationException}. */
public interface TelephonySystem extends IntegratedSystem, TextSender {
    /** Calls a number and says something. */
    @Operation(endpoint = "/calls/place", kind = Kind.CREATE, existing = "placedCall")
    PhoneCall placeCall(PlaceCall command);

    /** The call an earlier attempt of the command placed. */
    @Operation(endpoint = "/calls/find-placed", kind = Kind.LOOKUP)
    Optional<PhoneCall> placedCall(PlaceCall command);

    /** Puts a live call through to {@code to}, an E.164 number. */
    @Operation(endpoint = "/calls/transfer", kind = Kind.UPDATE)
    void transferCall(String callId, String to);

    /** Hangs a live call up; does nothing when it is over. */
    @Operation(endpoint = "/calls/end", kind = Kind.UPDATE)
    void endCall(String callId);

    /** The call's recordings, oldest first. */
    @Operation(endpoint = "/calls/recordings", kind = Kind.LOOKUP)
    List<Recording> recordings(String callId);

    /** The vendor's own transcript of a recording; empty while there is none. */
    @Operation(endpoint = "/recordings/transcript", kind = Kind.LOOKUP)
    Optional<String> transcript(Recording recording);

    /** A recording: where its audio is, for those with credentials. */
    record Recording(String id, String callId, URI audio) {}
}
