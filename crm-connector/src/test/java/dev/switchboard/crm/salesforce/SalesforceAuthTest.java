package dev.switchboard.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceAuthTest {
    /** What PKCS#8 puts before a 2048 bit key. */
    private static final int PKCS8_HEADER = 26;

    @ParameterizedTest
    @CsvSource({
        "https://acme.my.salesforce.com, https://login.salesforce.com",
        "https://login.salesforce.com, https://login.salesforce.com",
        "https://acme-dev-ed.develop.my.salesforce.com, https://login.salesforce.com",
        "https://acme--uat.sandbox.my.salesforce.com, https://test.salesforce.com",
        "https://acme--uat.cs12.my.salesforce.com, https://test.salesforce.com",
        "https://test.salesforce.com, https://test.salesforce.com"
    })
    void signsInToSandboxesWhereTheyAre(URI loginUrl, String audience) {
        assertThat(SalesforceAuth.audience(loginUrl)).isEqualTo(audience);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://login.salesforce.com", "https://TEST.salesforce.com/", "http://login.salesforce.com"})
    void knowsTheHostsThatAllCustomersShare(String loginUrl) {
        assertThatThrownBy(() -> SalesforceAuth.ownDomain(loginUrl)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SalesforceAuth.ownDomain("https://acme.my.salesforce.com")).contains("acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a key", "", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
    void saysThatAKeyIsNoneAndKeepsItToItself(String pem) {
        assertThatThrownBy(() -> SalesforceKey.ofPem(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an RSA key in PEM")
                .hasNoCause();
    }

    @Test
    void readsAKeyInTheOldFormToo() throws GeneralSecurityException {
        byte[] pkcs8 = keyPair().getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
        assertThat(SalesforceKey.ofPem(pem("RSA PRIVATE KEY", pkcs1)).sign("x"))
                .isEqualTo(SalesforceKey.ofPem(pem("PRIVATE KEY", pkcs8)).sign("x"));
    }

    @Test
    void readsTheKeyFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "a key", StandardCharsets.US_ASCII);
        assertThat(SalesforceAuth.textOf(file.toString())).isEqualTo("a key");
        assertThatThrownBy(
                        () -> SalesforceAuth.textOf(folder.resolve("other.pem").toString()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String label, byte[] key) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END " + label
                + "-----\n";
    }
}
