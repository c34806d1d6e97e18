package dev.switchboard.cli.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {
    private final TwilioSignature signature = new TwilioSignature("12345");

    /** The example in Twilio's own documentation. */
    @Test
    void signsTheUrlAndTheFieldsInTheOrderOfTheirNames() {
        var fields = new TreeMap<>(Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675310",
                "Digits", "1234",
                "From", "+14158675310",
                "To", "+18005551212"));

        assertThat(signature.of("https://example.com/myapp.php?foo=1&bar=2", fields))
                .isEqualTo("L/OH5YylLD5NRKLltdqwSvS0BnU=");
    }

    @Test
    void signsAFieldWithoutAValueByItsName() {
        var fields = new TreeMap<>(Map.of("Digits", "", "CallSid", "CA1234567890ABCDE", "EmptyParam", ""));

        assertThat(signature.of("https://mycompany.com/myapp.php?foo=1&bar=2", fields))
                .isEqualTo("9HHp/OqQMEwdrVebHDdA/+tqjX8=");
    }
}
