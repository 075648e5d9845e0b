package galley.kit.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** The example values are computed apart, with OpenSSL. */
class WebhookSignatureTest {
    private static final String OLD = secret("0123456789abcdef0123456789abcdef");
    private static final String NEW = secret("fedcba9876543210fedcba9876543210");
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);

    private static String secret(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void signsIdTimeAndBodyWithEverySecret() {
        assertThat(WebhookSignature.headers(List.of(NEW, OLD), "msg_1", AT, BODY))
                .containsExactly(
                        entry("webhook-id", "msg_1"),
                        entry("webhook-timestamp", "1614265330"),
                        entry(
                                "webhook-signature",
                                "v1,iBGjdf/N1XAbdqQzwXAIz5uKbqFSW3X1GPcdsCq8qUc="
                                        + " v1,aTF4+pE6A/FmvKM0YSVBBUfRhLIlBiaBUR+EjGls6Mc="));
    }

    @Test
    void secretsAreLongAndNeverTheSame() {
        String secret = WebhookSignature.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(WebhookSignature.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
