package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues the bearer tokens (RFC 7519, RS256) of a local stack with a key pair of its own. */
public final class TokenIssuer {
    /** The issuer that tokens name. */
    public static final String ISSUER = "https://local.galley.example";

    /** The audience that tokens name. */
    public static final String AUDIENCE = "galley";

    /** The roles that a token can carry. */
    public static final Set<String> ROLES =
            Set.of("writer", "editor", "publisher", "admin", "source", "subscriber");

    /** How long a token is good unless said otherwise. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final String KEY_TYPE = "RSA";
    private static final int KEY_BITS = 2048;

    private final RSAPrivateCrtKey key;
    private final Clock clock;

    private TokenIssuer(RSAPrivateCrtKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Reads the stack's key; makes one at the first call. */
    public static TokenIssuer of(StackDirectory directory, Clock clock) {
        try {
            Path file = directory.secrets().resolve("token-key.pkcs8");
            if (!Files.exists(file)) {
                PrivateFiles.write(file, newKey());
            }
            return of(Files.readString(file), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Issues with a key that is kept elsewhere.
     *
     * @param key as {@link #newKey()} makes it
     */
    public static TokenIssuer of(String key, Clock clock) {
        try {
            byte[] encoded = Base64.getDecoder().decode(key);
            PrivateKey read =
                    KeyFactory.getInstance(KEY_TYPE)
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new TokenIssuer((RSAPrivateCrtKey) read, clock);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that tokens are checked with: X.509 SubjectPublicKeyInfo in base64. */
    public String publicKey() {
        try {
            var numbers = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            byte[] encoded = KeyFactory.getInstance(KEY_TYPE).generatePublic(numbers).getEncoded();
            return Base64.getEncoder().encodeToString(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Issues a token.
     *
     * @param role one of {@link #ROLES}
     * @param name the subject
     * @param life how long it is good from now on
     */
    public String issue(String role, String name, Duration life) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(name);
        claims.setStringListClaim("groups", List.of(role));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(life).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new key: PKCS #8 in base64. */
    public static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(KEY_TYPE);
            generator.initialize(KEY_BITS);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
