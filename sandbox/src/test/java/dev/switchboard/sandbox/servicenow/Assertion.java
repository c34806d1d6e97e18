package dev.switchboard.sandbox.servicenow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Signs assertions as an adapter would, with the sandbox's private key. */
final class Assertion {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Assertion() {}

    static String sign(String subject, String id) {
        long now = Instant.now().getEpochSecond();
        String claims = "{'iss':'servicenow-sandbox-client','aud':'servicenow-sandbox-client','sub':'" + subject
                + "','iat':" + now + ",'exp':" + (now + 60) + ",'jti':'" + id + "'}";
        String signed = encode("{'alg':'RS256','kid':'servicenow-sandbox-key'}") + "." + encode(claims);
        try {
            String pem = JwtAssertion.resource("private-key.pem").replaceAll("-----[^-]*-----|\\s", "");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
