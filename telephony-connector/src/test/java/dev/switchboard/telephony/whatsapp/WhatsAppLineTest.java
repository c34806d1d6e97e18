package dev.switchboard.telephony.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhatsAppLineTest {
    @Test
    void provesRequestsAsMetaChecksThem() {
        assertThat(WhatsAppLine.proof("app_secret_test", "EAAtoken"))
                .isEqualTo("5ad02c69010212050d2404a71c7a4d4bc3d5d75de5307ca81c7c797eb33cab6d");
    }

    @Test
    void showsNoProof() {
        assertThat(new WhatsAppLine("v25.0", "1065", "5ad02c69")).hasToString("WhatsAppLine[1065]");
    }
}
