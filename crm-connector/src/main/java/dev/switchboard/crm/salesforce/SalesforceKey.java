package dev.switchboard.crm.salesforce;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** The RSA key whose certificate the app in Salesforce holds. */
final class SalesforceKey {
    /** What PKCS#8 puts around a PKCS#1 key: version 0 and the algorithm rsaEncryption; RFC 5208. */
    private static final byte[] VERSION_AND_RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;

    private final PrivateKey key;

    private SalesforceKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * Reads PEM, PKCS#8 or, as older versions of openssl write it, PKCS#1. Line ends may be written as {@code \n}, as environment
     * variables often have them.
     *
     * @throws IllegalArgumentException when it is no such key; without a cause, whose text may quote the key
     */
    static SalesforceKey ofPem(String pem) {
        String base64 = pem.replace("\\n", "\n").replaceAll("-----[^-]*-----|\\s", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            byte[] pkcs8 = pem.contains("BEGIN RSA PRIVATE KEY") ? inPkcs8(encoded) : encoded;
            return new SalesforceKey(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException("Not an RSA key in PEM");
        }
    }

    /** RS256, base64url. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java signs with RSA", e);
        }
    }

    private static byte[] inPkcs8(byte[] pkcs1) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(VERSION_AND_RSA);
        inner.writeBytes(tagged(OCTET_STRING, pkcs1));
        return tagged(SEQUENCE, inner.toByteArray());
    }

    /** DER with the length in two bytes: no RSA key in use is shorter than 128 bytes or longer than 65,535. */
    private static byte[] tagged(byte tag, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put(tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }
}
