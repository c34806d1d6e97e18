package dev.switchboard.telephony;

import dev.switchboard.integration.port.MessagingSystem;
import dev.switchboard.integration.port.SendMedia;
import dev.switchboard.integration.port.SendTemplate;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.SentMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the texts and templates it is asked to send. */
final class FakeChat implements MessagingSystem {
    final List<SendText> sent = new ArrayList<>();
    final List<SendTemplate> templates = new ArrayList<>();

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
    public SentMessage sendTemplate(SendTemplate command) {
        templates.add(command);
        return new SentMessage("wamid.2");
    }

    @Override
    public Optional<SentMessage> sentTemplate(SendTemplate command) {
        return Optional.empty();
    }

    @Override
    public SentMessage sendMedia(SendMedia command) {
        throw new UnsupportedOperationException("No test sends media here");
    }

    @Override
    public Optional<SentMessage> sentMedia(SendMedia command) {
        return Optional.empty();
    }

    @Override
    public void ping() {}
}
