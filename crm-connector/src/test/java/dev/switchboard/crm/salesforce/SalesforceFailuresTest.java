package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.integration.Failure;
import dev.switchboard.runtime.adapter.VendorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesforceFailuresTest {
    @Test
    void aUsedUpAllowanceIsNotForbidden() {
        assertThat(read(answer(403, "REQUEST_LIMIT_EXCEEDED"))).isEqualTo(new Failure.RateLimited(403, null));
        VendorAnswer withHint = new VendorAnswer(
                403,
                Map.of("Retry-After", "7"),
                answer(403, "REQUEST_LIMIT_EXCEEDED").body());
        assertThat(read(withHint)).isEqualTo(new Failure.RateLimited(403, Duration.ofSeconds(7)));
        assertThat(read(answer(403, "API_DISABLED_FOR_ORG")))
                .isEqualTo(new Failure.Forbidden(403, "API_DISABLED_FOR_ORG"));
    }

    @Test
    void aDaysUsedUpRequestsComeBackBitByBit() {
        String body = "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]";
        assertThat(read(new VendorAnswer(403, Map.of(), body)))
                .isEqualTo(new Failure.RateLimited(403, Duration.ofMinutes(10)));
    }

    @Test
    void aRaceForAnExternalIdIsWonTheSecondTime() {
        assertThat(read(answer(409, "CONFLICT"))).isEqualTo(new Failure.Unavailable(409, false, null));
    }

    @Test
    void aLockedRowWillBeFree() {
        assertThat(read(answer(400, "UNABLE_TO_LOCK_ROW"))).isEqualTo(new Failure.Unavailable(400, false, null));
    }

    @Test
    void anExpiredSessionIsRenewed() {
        assertThat(read(answer(401, "INVALID_SESSION_ID"))).isEqualTo(new Failure.AuthExpired(401));
    }

    @Test
    void aRefusedTokenRequestIsAboutCredentials() {
        VendorAnswer refused = new VendorAnswer(
                400,
                Map.of(),
                "{\"error\":\"invalid_grant\",\"error_description\":\"user hasn't approved this consumer\"}");
        assertThat(read(refused)).isEqualTo(new Failure.AuthExpired(400));
    }

    @Test
    void aRetiredVersionIsNotAMissingRecord() {
        assertThat(read(answer(410, "UNSUPPORTED_API_VERSION")))
                .isEqualTo(new Failure.Forbidden(410, "UNSUPPORTED_API_VERSION"));
    }

    @Test
    void namesTheFieldAndNothingElse() {
        String body =
                "[{\"message\":\"Email: invalid email address: jo@private\",\"errorCode\":\"INVALID_EMAIL_ADDRESS\","
                        + "\"fields\":[\"Email\"]}]";
        assertThat(read(new VendorAnswer(400, Map.of(), body)))
                .isEqualTo(new Failure.Invalid(400, "Email", "INVALID_EMAIL_ADDRESS"));
        String unknown = "[{\"message\":\"No such column 'AI_Summary__c' on sobject of type Case\","
                + "\"errorCode\":\"INVALID_FIELD\"}]";
        assertThat(read(new VendorAnswer(400, Map.of(), unknown)))
                .isEqualTo(new Failure.Invalid(400, "AI_Summary__c", "INVALID_FIELD"));
    }

    @Test
    void takesNoFreeTextForACode() {
        String body = "[{\"errorCode\":\"call Jo on +14155550100\",\"fields\":[\"jo@private.example\"]}]";
        assertThat(read(new VendorAnswer(400, Map.of(), body))).isEqualTo(new Failure.Invalid(400, null, null));
    }

    @Test
    void readsAnswersThatAreNotSalesforces() {
        assertThat(read(new VendorAnswer(502, Map.of(), "<html>"))).isEqualTo(new Failure.Unavailable(502, true, null));
        assertThat(read(new VendorAnswer(400, Map.of(), ""))).isEqualTo(new Failure.Invalid(400, null, null));
    }

    static VendorAnswer answer(int status, String code) {
        return new VendorAnswer(status, Map.of(), "[{\"message\":\"free text\",\"errorCode\":\"" + code + "\"}]");
    }

    private static Failure read(VendorAnswer answer) {
        return new SalesforceFailures().read(answer, Instant.EPOCH);
    }
}
