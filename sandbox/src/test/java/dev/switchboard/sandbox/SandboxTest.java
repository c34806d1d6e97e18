package dev.switchboard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final String CREDENTIAL = "Basic YWdlbnRAZXhhbXBsZS5jb20vdG9rZW46emVuZGVzay1zYW5kYm94LXRva2Vu";
    private static final String TICKET = "{'ticket':{'subject':'Help','comment':{'body':'Please'}}}";

    private Sandbox sandbox;
    private SandboxClient zendesk;
    private SandboxClient administration;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(0);
        zendesk = SandboxClient.of(sandbox.baseUrl("zendesk")).authorizedBy(CREDENTIAL);
        administration = SandboxClient.of("http://127.0.0.1:" + sandbox.port() + "/_sandbox");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void findsEveryVendorWithoutAList() {
        assertThat(sandbox.systems()).contains("zendesk");
        assertThatThrownBy(() -> sandbox.baseUrl("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faultsHitAsManyRequestsAsAskedThenStop() {
        sandbox.faults("zendesk").next(2, Fault.Kind.SERVER_ERROR);
        assertThat(count().status()).isEqualTo(500);
        assertThat(count().status()).isEqualTo(500);
        assertThat(count().status()).isEqualTo(200);
    }

    @Test
    void everyKindOfFaultShowsAsTheVendorShowsIt() {
        Faults faults = sandbox.faults("zendesk");
        faults.next(1, Fault.Kind.UNAUTHORIZED);
        assertThat(count().json().path("error").asText()).isEqualTo("invalid_token");
        faults.next(1, Fault.Kind.FORBIDDEN);
        assertThat(count().status()).isEqualTo(403);
        faults.add(Fault.of(Fault.Kind.RATE_LIMITED).times(1).withRetryAfter(Duration.ofSeconds(7)));
        assertThat(count().header("Retry-After")).isEqualTo("7");
        faults.next(1, Fault.Kind.RATE_LIMITED);
        assertThat(count().header("Retry-After")).isEmpty();
        faults.next(1, Fault.Kind.MALFORMED);
        assertThatThrownBy(() -> count().json()).isInstanceOf(AssertionError.class);
        assertThat(count().status()).isEqualTo(200);
    }

    @Test
    void aResetMayComeBeforeOrAfterTheWrite() {
        int before = sandbox.records("zendesk", "tickets").size();
        sandbox.faults("zendesk").next(1, Fault.Kind.RESET);
        assertThat(create().status()).isZero();
        assertThat(sandbox.records("zendesk", "tickets")).hasSize(before);
        sandbox.faults("zendesk").next(1, Fault.Kind.RESET_AFTER_APPLYING);
        assertThat(create().status()).isZero();
        assertThat(sandbox.records("zendesk", "tickets")).hasSize(before + 1);
    }

    @Test
    void aTimeoutLeavesTheWriteApplied() {
        int before = sandbox.records("zendesk", "tickets").size();
        sandbox.faults("zendesk").next(1, Fault.Kind.TIMEOUT_AFTER_APPLYING);
        assertThat(create().status()).isZero();
        assertThat(sandbox.records("zendesk", "tickets")).hasSize(before + 1);
    }

    @Test
    void latencyGoesTogetherWithAnotherFault() {
        sandbox.faults("zendesk").add(Fault.latency(Duration.ofMillis(150)));
        sandbox.faults("zendesk").next(1, Fault.Kind.SERVER_ERROR);
        Instant start = Instant.now();
        assertThat(count().status()).isEqualTo(500);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void faultsCanBeNarrowedAndSpareTheTokenEndpoint() {
        sandbox.faults("zendesk")
                .add(Fault.of(Fault.Kind.FORBIDDEN).onMethod("POST").onPath("/api/v2/tickets"));
        assertThat(count().status()).isEqualTo(200);
        assertThat(create().status()).isEqualTo(403);
        sandbox.faults("zendesk").add(Fault.of(Fault.Kind.SERVER_ERROR));
        assertThat(zendesk.send("POST", "/oauth/tokens", "{'grant_type':'none'}")
                        .status())
                .isEqualTo(400);
        sandbox.faults("zendesk").clear();
        sandbox.faults("zendesk").add(Fault.of(Fault.Kind.SERVER_ERROR).onTokenEndpointToo());
        assertThat(zendesk.send("POST", "/oauth/tokens", "{'grant_type':'none'}")
                        .status())
                .isEqualTo(500);
    }

    @Test
    void recordsWhatWasSaidRelativeToTheMount() {
        zendesk.get("/api/v2/users/search?query=phone:%2B14155550100");
        RecordedExchange last = sandbox.exchanges("zendesk").getLast();
        assertThat(last.path()).isEqualTo("/api/v2/users/search");
        assertThat(last.rawQuery()).isEqualTo("query=phone:%2B14155550100");
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.responseBody()).contains("Sarah Lee");
    }

    @Test
    void resetBringsTheSeedBack() {
        create();
        sandbox.faults("zendesk").add(Fault.of(Fault.Kind.SERVER_ERROR));
        sandbox.reset();
        assertThat(sandbox.records("zendesk", "tickets")).hasSize(1);
        assertThat(sandbox.exchanges("zendesk")).isEmpty();
        assertThat(count().status()).isEqualTo(200);
    }

    @Test
    void administersFromAnotherProcess() {
        assertThat(administration.get("/health").json().path("status").asText()).isEqualTo("UP");
        assertThat(administration
                        .send("POST", "/zendesk/faults", "{'kind':'rate-limited','times':1,'retryAfterSeconds':3}")
                        .status())
                .isEqualTo(204);
        assertThat(count().header("Retry-After")).isEqualTo("3");
        administration.send("POST", "/zendesk/records/users", "{'name':'Ann','phone':'+14155550123'}");
        assertThat(administration.get("/zendesk/records/users").json()).hasSize(3);
        assertThat(administration.get("/zendesk/exchanges").json()).hasSize(1);
        assertThat(administration.send("POST", "/reset", "{}").status()).isEqualTo(204);
        assertThat(administration.get("/zendesk/records/users").json()).hasSize(2);
        assertThat(administration
                        .send("POST", "/zendesk/faults", "{'kind':'odd'}")
                        .status())
                .isEqualTo(400);
        assertThat(administration.get("/nobody/records/x").status()).isEqualTo(400);
    }

    private SandboxClient.Reply count() {
        return zendesk.get("/api/v2/tickets/count");
    }

    private SandboxClient.Reply create() {
        return zendesk.send("POST", "/api/v2/tickets", TICKET);
    }
}
