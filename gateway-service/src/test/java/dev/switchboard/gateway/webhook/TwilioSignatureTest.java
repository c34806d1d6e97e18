package dev.switchboard.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio's own vectors; the auth token is 12345. */
class TwilioSignatureTest {
    private static final TwilioSignature SIGNATURE =
            new TwilioSignature(URI.create("https://mycompany.com"), List.of("54321", "12345"));
    private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
    private static final String HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final Map<String, String> FORMS = Map.of(
            "A", "CallSid=CA1234567890ABCDE&Caller=%2B14158675310&Digits=1234&From=%2B14158675310&To=%2B18005551212",
            "B", "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212",
            "none", "",
            "special",
                    "Message=Hello+%26+goodbye%21+%40%23%24%25%5E*%28%29&From=%2B1+%28415%29+867-5309"
                            + "&Special=unicode%3A+%C3%B1%C3%A1%C3%A9%C3%AD%C3%B3%C3%BA",
            "empty", "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=",
            "cases", "callSid=lowercase&CallSid=uppercase&CALLSID=allcaps",
            "order", "Zebra=last&Alpha=first&Beta=second&Gamma=third");

    @ParameterizedTest
    @CsvSource({
        "https://example.com/myapp.php?foo=1&bar=2, A, L/OH5YylLD5NRKLltdqwSvS0BnU=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, B, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, B, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, B, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, B, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2, B, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com/myapp.php?foo=1&bar=2, B, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "http://mycompany.com/myapp.php?foo=1&bar=2, B, OyGYPqTF6ztdbRNCvuQO/oPvqQ4=",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, B, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, none, zYQTYrRWXE7LtzbG4PfP7/bkkGo=",
        "https://mycompany.com/myapp.php, B, 1xaxFBvyzXYvWplzNOSs28HWO94=",
        "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue, B, er2tvAP1Wx+iuTTE2BPgvEaN1cs=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, special, dCPiR4WtQ6QFN6pJh81CtlCcWLQ=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, empty, 9HHp/OqQMEwdrVebHDdA/+tqjX8=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, cases, jDK7WKT8wiNrwggd4ceTv4e1MJ4=",
        "https://mycompany.com/myapp.php?foo=1&bar=2, order, enveUe73ZTVLAekHxez3Qx6JuuQ=",
        "https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=" + HASH + ", json, a9nBmqA0ju/hNViExpshrM61xv4=",
        "https://mycompany.com/myapp.php?bodySHA256=" + HASH + ", json, y77kIzt2vzLz71DgmJGsen2scGs=",
        "wss://dlas.example.org/telephony/media, none, qU3rRAX/WYSnuiDVsCo/Zjww08o=",
    })
    void acceptsWhatTwilioSigned(String url, String fields, String signature) {
        byte[] body = (fields.equals("json") ? JSON : FORMS.getOrDefault(fields, "")).getBytes(StandardCharsets.UTF_8);
        Form form = Form.parse(fields.equals("json") ? new byte[0] : body);

        assertThat(SIGNATURE.genuine(url, form, body, signature)).isTrue();
        assertThat(SIGNATURE.genuine(url + "x", form, body, signature)).isFalse();
        assertThat(SIGNATURE.genuine(url, form, body, "A" + signature.substring(1)))
                .isEqualTo(signature.startsWith("A"));
    }

    @Test
    void signsARepeatedFieldOnceForEachOfItsValues() {
        Form form = Form.parse("MediaUrl=b&MediaUrl=a&MediaUrl=b&To=c".getBytes(StandardCharsets.UTF_8));
        String signature = Hmac.base64(Hmac.of(
                "HmacSHA1", "12345", "https://mycompany.com/xMediaUrlaMediaUrlbToc".getBytes(StandardCharsets.UTF_8)));

        assertThat(SIGNATURE.genuine("https://mycompany.com/x", form, new byte[0], signature))
                .isTrue();
    }

    @Test
    void refusesABodyThatIsNotTheOneWhoseHashIsSigned() {
        String url = "https://mycompany.com/myapp.php?bodySHA256=" + HASH;

        assertThat(SIGNATURE.genuine(
                        url,
                        Form.parse(new byte[0]),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "y77kIzt2vzLz71DgmJGsen2scGs="))
                .isFalse();
    }

    @Test
    void refusesWhatWasSignedWithAnotherToken() {
        var stranger = new TwilioSignature(URI.create("https://mycompany.com"), List.of("99999"));

        assertThat(stranger.genuine(
                        "https://mycompany.com/myapp.php",
                        Form.parse(new byte[0]),
                        new byte[0],
                        "1xaxFBvyzXYvWplzNOSs28HWO94="))
                .isFalse();
    }
}
