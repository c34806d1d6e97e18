package dev.switchboard.cli.call;

import java.net.URI;
import java.util.Map;

/**
 * The telephone line: who calls whom, and how Twilio reaches the gateway.
 *
 * @param publicUrl what signatures are made over
 * @param gateway where the gateway really listens
 */
record Line(URI publicUrl, URI gateway, TwilioSignature signature, String accountSid, String caller, String called) {

    /** Fields that every webhook of a call has. */
    Map<String, String> fields() {
        return Map.of(
                "AccountSid", accountSid,
                "From", caller,
                "Caller", caller,
                "To", called,
                "Called", called,
                "Direction", "inbound",
                "ApiVersion", "2010-04-01");
    }

    /** The same path and query at the gateway's own address. */
    URI reachable(URI url) {
        return URI.create(gateway + url.toString().substring(url.toString().indexOf(url.getRawPath())));
    }
}
