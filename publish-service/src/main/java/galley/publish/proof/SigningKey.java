package galley.publish.proof;

import java.util.Map;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An Ed25519 key (RFC 8037) that signs. It is named by its thumbprint (RFC 7638). */
final class SigningKey {
    private static final String TYPE = "galley-statement+jwt";

    private final PublicJsonWebKey key;

    private SigningKey(PublicJsonWebKey key) {
        this.key = key;
    }

    /** A new key. */
    static SigningKey generate() {
        try {
            var key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /** A key as {@link #secretJson} wrote it. */
    static SigningKey of(String secretJson) {
        try {
            return new SigningKey(PublicJsonWebKey.Factory.newPublicJwk(secretJson));
        } catch (JoseException e) {
            throw new IllegalStateException("The signing key that is kept is no key", e);
        }
    }

    /** Its name. */
    String kid() {
        return key.getKeyId();
    }

    /** The public key as JWK. */
    String publicJson() {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The public key as the members of a JWK. */
    Map<String, Object> publicMembers() {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The whole key as JWK: a secret. */
    String secretJson() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** A compact JWS; the same for the same payload, as Ed25519 has no chance in it. */
    String sign(String payload) {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        jws.setKeyIdHeaderValue(kid());
        jws.setHeader("typ", TYPE);
        jws.setPayload(payload);
        jws.setKey(key.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Nothing can be signed", e);
        }
    }
}
