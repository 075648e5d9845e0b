package galley.ingest.websub;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HubSignatureTest {
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);

    /** The second test case of RFC 2202 and of RFC 4231. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"
            })
    void aRightSignatureMatches(String field) {
        assertThat(HubSignature.matches(field, BODY, "Jefe")).isTrue();
        assertThat(HubSignature.matches(field, BODY, "jefe")).isFalse();
        assertThat(HubSignature.matches(field, new byte[0], "Jefe")).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "=", "sha1=", "sha256=xyz", "md5=00", "sha256"})
    void nothingElseDoes(String field) {
        assertThat(HubSignature.matches(field, BODY, "Jefe")).isFalse();
    }

    @Test
    void aShorterSignatureIsNone() {
        assertThat(HubSignature.matches("sha1=effcdf6a", BODY, "Jefe")).isFalse();
    }
}
