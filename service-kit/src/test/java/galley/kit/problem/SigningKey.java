package galley.kit.problem;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;

/** Makes a key pair for the test's tokens and tells the service its public half. */
public final class SigningKey implements QuarkusTestResourceLifecycleManager {
    private static final KeyPair KEYS = generate();

    @Override
    public Map<String, String> start() {
        var key = Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
        return Map.of("quarkus.oidc.public-key", key);
    }

    @Override
    public void stop() {}

    static String tokenOf(String role) {
        return Jwt.subject(role).groups(role).expiresIn(600).sign(KEYS.getPrivate());
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
