package dev.switchboard.telephony;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

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

    /** What a customer is told with when their channel takes no free text any more, by the channel, e.g. {@code whatsapp}. */
    Map<String, Template> templates();

    /** A template that the vendor approved; its body has one parameter, which is the text. */
    interface Template {
        /** Its name at the vendor. */
        String name();

        /** Its language as the vendor writes it. */
        @WithDefault("en_US")
        String language();
    }
}
