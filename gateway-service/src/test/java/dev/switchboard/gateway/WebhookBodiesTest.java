package dev.switchboard.gateway;

import static dev.switchboard.gateway.TestChannels.call;
import static dev.switchboard.gateway.TestChannels.fresh;
import static dev.switchboard.gateway.TestChannels.twilio;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.events.ConversationEvent.Started;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The body of a webhook comes whole, in pieces, with and without its length, or never. */
@QuarkusTest
@QuarkusTestResource(KafkaAround.class)
class WebhookBodiesTest {
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final int SHORT = 64 * 1024;

    private final Connectors connectors = Connectors.beside();
    private final String sid = fresh("CA");
    private final Map<String, String> fields = call(sid);
    private final byte[] body = TestChannels.encoded(fields).getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void waitUntilReady() {
        Awaitility.await().until(() -> TestChannels.get("/q/health/ready").statusCode() == 200);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        connectors.close();
    }

    @Test
    void isReadThoughItDoesNotSayHowLongItIs() {
        HttpResponse<String> answer = TestChannels.send(HttpRequest.newBuilder(TestChannels.at("/incoming-call"))
                .header("Content-Type", FORM)
                .header("X-Twilio-Signature", signature())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        connectors.await(sid, Started.class);
    }

    @Test
    void isReadWhenItComesBehindItsHeadersAndInPieces() throws Exception {
        try (Socket socket = connected()) {
            write(socket, head(body.length));
            Thread.sleep(Duration.ofMillis(150));
            int half = body.length / 2;
            write(socket, new String(body, 0, half, StandardCharsets.UTF_8));
            Thread.sleep(Duration.ofMillis(150));
            write(socket, new String(body, half, body.length - half, StandardCharsets.UTF_8));

            assertThat(statusLine(socket)).startsWith("HTTP/1.1 200");
        }
        connectors.await(sid, Started.class);
    }

    @Test
    void isReadByHttp2() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            HttpRequest request = HttpRequest.newBuilder(TestChannels.at("/incoming-call"))
                    .header("Content-Type", FORM)
                    .header("X-Twilio-Signature", signature())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            for (int time = 0; time < 2; time++) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
                assertThat(answer.statusCode()).isEqualTo(200);
            }
        }
        connectors.await(sid, Started.class);
    }

    @Test
    void isReadWhenItIsLongerThanWhatIsReadAhead() {
        HttpResponse<String> answer =
                TestChannels.whatsApp("{\"object\":\"whatsapp_business_account\",\"entry\":[],\"padding\":\""
                        + "x".repeat(2 * SHORT) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void leavesNothingBehindWhenTheOtherSideHangsUpInTheMiddle() throws Exception {
        try (Socket socket = connected()) {
            write(socket, head(body.length) + new String(body, 0, body.length / 2, StandardCharsets.UTF_8));
        }
        String another = fresh("CA");
        assertThat(twilio("/incoming-call", call(another)).statusCode()).isEqualTo(200);
        connectors.await(another, Started.class);
        assertThat(connectors.of(sid)).isEmpty();
    }

    private String head(int length) {
        return "POST /incoming-call HTTP/1.1\r\nHost: gateway\r\nContent-Type: " + FORM + "\r\nX-Twilio-Signature: "
                + signature() + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private String signature() {
        return TestChannels.twilioSignature("/incoming-call", fields, TestChannels.TOKEN);
    }

    private static Socket connected() throws IOException {
        var gateway = TestChannels.at("/incoming-call");
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
