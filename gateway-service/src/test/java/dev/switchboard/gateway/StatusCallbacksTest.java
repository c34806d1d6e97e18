package dev.switchboard.gateway;

import static dev.switchboard.gateway.TestChannels.call;
import static dev.switchboard.gateway.TestChannels.fresh;
import static dev.switchboard.gateway.TestChannels.twilio;
import static dev.switchboard.gateway.TestChannels.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.ConversationEvent;
import dev.switchboard.gateway.twilio.TwilioResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Twilio tells about texts and calls that we sent and placed. */
@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
class StatusCallbacksTest {
    private static final String COMMAND = "ee9ede527d2851140db22cab40eb7f13";

    private final Connectors connectors = Connectors.beside();
    private final Listener log = new Listener();
    private final Logger resource = Logger.getLogger(TwilioResource.class.getName());

    @BeforeEach
    void waitUntilReady() {
        Awaitility.await().until(() -> TestChannels.get("/q/health/ready").statusCode() == 200);
        resource.addHandler(log);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        resource.removeHandler(log);
        connectors.close();
    }

    @Test
    void logsATextThatDidNotArriveByCommandAndErrorAlone() {
        var answer = twilio("/message-status?cmd=" + COMMAND, with(text("undelivered"), "ErrorCode", "30003"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(log.lines).containsExactly("A text was not delivered: command=" + COMMAND + " error=30003");
    }

    @Test
    void logsNothingOfAnAddressThatHoldsNoCommand() {
        twilio("/message-status?cmd=%0Aforged%20line", with(text("failed"), "ErrorCode", "see +14155550100"));

        assertThat(log.lines).containsExactly("A text was not delivered: command=none error=none");
    }

    @Test
    void takesADeliveredTextSilently() {
        assertThat(twilio("/message-status?cmd=" + COMMAND, text("delivered")).statusCode())
                .isEqualTo(204);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void refusesAForgedStatus() {
        assertThat(twilio("/message-status?cmd=" + COMMAND, text("failed"), "wrong-token")
                        .statusCode())
                .isEqualTo(403);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void makesNoConversationOfACallThatWePlaced() {
        String placed = fresh("CA");
        String told = fresh("CA");
        Map<String, String> over = with(with(call(placed), "CallStatus", "completed"), "CallDuration", "31");

        assertThat(twilio("/call-status?cmd=" + COMMAND, with(over, "Direction", "outbound-api"))
                        .statusCode())
                .isEqualTo(204);
        over.remove("Direction");
        assertThat(twilio("/call-status?cmd=" + COMMAND, over).statusCode()).isEqualTo(204);
        over.put("CallSid", told);
        twilio("/call-status", over);

        connectors.await(told, ConversationEvent.Ended.class);
        assertThat(connectors.of(placed)).isEmpty();
    }

    private static Map<String, String> text(String status) {
        return Map.of(
                "MessageSid",
                fresh("SM"),
                "MessageStatus",
                status,
                "AccountSid",
                TestChannels.ACCOUNT,
                "From",
                TestChannels.LINE,
                "To",
                TestChannels.SARAH,
                "ApiVersion",
                "2010-04-01");
    }

    /** Keeps what is logged. */
    private static final class Listener extends Handler {
        private static final PatternFormatter MESSAGE = new PatternFormatter("%m");

        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(MESSAGE.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
