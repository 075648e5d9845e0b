package galley.ingest.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals secrets with AES-256-GCM (NIST SP 800-38D) under keys that only the operator has. What is
 * sealed names its key, and opens only in the context for which it was sealed.
 */
@ApplicationScoped
public class Secrets {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

    Secrets(SecretsConfig config) {
        for (var named : config.keys().orElse(List.of())) {
            var colon = named.indexOf(':');
            keys.put(named.substring(0, Math.max(0, colon)).strip(), key(named, colon));
        }
    }

    /** Whether there is a key to seal with. */
    public boolean canSeal() {
        return !keys.isEmpty();
    }

    /**
     * Seals a secret.
     *
     * @param context what it belongs to; needed again to open it
     * @return text for the database
     */
    public String seal(String secret, String context) {
        var name = keys.keySet().iterator().next();
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(name), nonce, context);
            var sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
            return name + ":" + Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @throws SealedException when its key is not there, or it was sealed for another context
     */
    public String open(String sealed, String context) throws SealedException {
        int colon = sealed.indexOf(':');
        var key = keys.get(sealed.substring(0, colon));
        if (key == null) {
            throw new SealedException(
                    "The key " + sealed.substring(0, colon) + " is not in galley.secrets.keys.");
        }
        var whole = Base64.getDecoder().decode(sealed.substring(colon + 1));
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(whole, 0, nonce, 0, NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, context);
            var opened = cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealedException("It was sealed with another key of this name.");
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String context)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** A wrong key is told at once and without its text, not when it is first needed. */
    private static SecretKeySpec key(String named, int colon) {
        try {
            var bytes = Base64.getDecoder().decode(named.substring(colon + 1).strip());
            if (colon > 0 && bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // told below, like a wrong length
        }
        throw new IllegalStateException(
                "galley.secrets.keys holds name:key pairs, each key 32 bytes in Base64");
    }
}
