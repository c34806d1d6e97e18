package dev.switchboard.telephony;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service treats what it is asked to send. */
@ConfigMapping(prefix = "switchboard.telephony")
public interface TelephonySettings {
    /** Commands older than this are not carried out any more: nobody wants yesterday's text. A duration; one day by default. */
    @WithDefault("24H")
    Duration expiry();

    /**
     * How long a WhatsApp message whose answer was lost is left alone before it is sent again. A duration; two minutes by default.
     * Longer means fewer messages twice, shorter means less waiting.
     */
    @WithDefault("2M")
    Duration unconfirmedWait();
}
