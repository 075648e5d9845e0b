package galley.publish.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody else who checks what was published: knows the public keys and the standards, and shares
 * no code with what signs.
 */
final class Verifier {
    /** Keys in order; enough for JSON without numbers that are not whole. */
    private static final ObjectMapper CANONICAL =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Verifier() {}

    /** What a signature says; fails unless one of the published keys made it. */
    static JsonNode statement(String signature) {
        try {
            var jws = JWSObject.parse(signature);
            assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
            var key = keys().getKeyByKeyId(jws.getHeader().getKeyID());
            assertThat(key).as("the key is published").isNotNull();
            assertThat(jws.verify(new Ed25519Verifier(key.toOctetKeyPair()))).isTrue();
            return CANONICAL.readTree(jws.getPayload().toString());
        } catch (Exception e) {
            throw new AssertionError(signature, e);
        }
    }

    /** The name of the key that a signature says it was made with. */
    static String kid(String signature) {
        try {
            return JWSObject.parse(signature).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(signature, e);
        }
    }

    static JWKSet keys() {
        try {
            return JWKSet.parse(RestAssured.get("/.well-known/jwks.json").asString());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** SHA-256 of a document in canonical form. */
    static String sha256(byte[] document) {
        try {
            var canonical =
                    CANONICAL.writeValueAsString(CANONICAL.readValue(document, TreeMap.class));
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
