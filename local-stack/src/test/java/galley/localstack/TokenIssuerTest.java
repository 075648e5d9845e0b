package galley.localstack;

import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenIssuerTest {
    @TempDir private Path directory;

    @Test
    void aTokenNamesItsSubjectAndRole() throws Exception {
        TokenIssuer issuer = issuer();
        String token = issuer.issue("editor", "eva", TokenIssuer.LIFE);
        JwtClaims claims = consumer(issuer).processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("eva");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("editor");
    }

    @Test
    void theKeyOutlivesTheProcess() throws Exception {
        String token = issuer().issue("writer", "wim", TokenIssuer.LIFE);
        assertThat(consumer(issuer()).processToClaims(token).getSubject()).isEqualTo("wim");
    }

    @Test
    void anExpiredTokenIsNotTaken() throws Exception {
        TokenIssuer issuer = issuer();
        JwtConsumer consumer = consumer(issuer);
        String token = issuer.issue("writer", "wim", Duration.ofMinutes(-5));
        assertThatThrownBy(() -> consumer.processToClaims(token))
                .isInstanceOf(InvalidJwtException.class);
    }

    private TokenIssuer issuer() {
        return TokenIssuer.of(new StackDirectory(directory), Clock.systemUTC());
    }

    private static JwtConsumer consumer(TokenIssuer issuer) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(issuer.publicKey());
        PublicKey key =
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer("https://local.galley.example")
                .setExpectedAudience("galley")
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }
}
