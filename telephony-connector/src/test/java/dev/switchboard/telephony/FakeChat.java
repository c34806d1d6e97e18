package dev.switchboard.telephony;

import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.SentMessage;
import dev.switchboard.integration.port.TextSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the texts it is asked to send. */
final class FakeChat implements TextSender {
    final List<SendText> sent = new ArrayList<>();

    @Override
    public SentMessage sendText(SendText command) {
        sent.add(command);
        return new SentMessage("wamid.1");
    }

    @Override
    public Optional<SentMessage> sentText(SendText command) {
        return Optional.empty();
    }

    @Override
    public void ping() {}
}
