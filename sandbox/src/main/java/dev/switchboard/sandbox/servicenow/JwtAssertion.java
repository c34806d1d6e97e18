package dev.switchboard.sandbox.servicenow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.sandbox.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** A signed assertion whose signature the public half of the sandbox's key has proved. */
record JwtAssertion(ObjectNode header, ObjectNode claims) {

    /** Empty when it is no RS256 JWT or somebody else signed it. */
    static Optional<JwtAssertion> verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(publicKey());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            ObjectNode header = decode(parts[0]);
            boolean signed = header.path("alg").asText().equals("RS256")
                    && signature.verify(Base64.getUrlDecoder().decode(parts[2]));
            return signed ? Optional.of(new JwtAssertion(header, decode(parts[1]))) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String resource(String name) {
        try (InputStream file = JwtAssertion.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the sandbox lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode decode(String part) {
        return Json.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static PublicKey publicKey() throws GeneralSecurityException {
        String pem = resource("public-key.pem").replaceAll("-----[^-]*-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }
}
