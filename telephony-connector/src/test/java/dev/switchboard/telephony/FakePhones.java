package dev.switchboard.telephony;

import dev.switchboard.integration.port.PhoneCall;
import dev.switchboard.integration.port.PlaceCall;
import dev.switchboard.integration.port.SendText;
import dev.switchboard.integration.port.SentMessage;
import dev.switchboard.integration.port.TelephonySystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what it is asked to do, and fails when it is told to. */
final class FakePhones implements TelephonySystem {
    final List<Object> done = new ArrayList<>();

    @Nullable
    RuntimeException failing;

    @Override
    public PhoneCall placeCall(PlaceCall command) {
        record(command);
        return new PhoneCall("CA1", "queued");
    }

    @Override
    public Optional<PhoneCall> placedCall(PlaceCall command) {
        return Optional.empty();
    }

    @Override
    public void transferCall(String callId, String to) {
        record(callId + " to " + to);
    }

    @Override
    public void endCall(String callId) {
        record(callId);
    }

    @Override
    public List<Recording> recordings(String callId) {
        return List.of();
    }

    @Override
    public Optional<String> transcript(Recording recording) {
        return Optional.empty();
    }

    @Override
    public SentMessage sendText(SendText command) {
        record(command);
        return new SentMessage("SM1");
    }

    @Override
    public Optional<SentMessage> sentText(SendText command) {
        return Optional.empty();
    }

    @Override
    public void ping() {}

    private void record(Object what) {
        if (failing != null) {
            throw failing;
        }
        done.add(what);
    }
}
