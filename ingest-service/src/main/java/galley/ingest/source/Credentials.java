package galley.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import galley.ingest.secret.SealedException;
import galley.ingest.secret.Secrets;

/** With what a source's server lets us in; the secret is sealed for its source. */
@Embeddable
public class Credentials {

    enum Type {
        /** RFC 7617. */
        BASIC,
        /** RFC 6750. */
        BEARER,
        /** A header field of the server's own. */
        HEADER
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "credentials_type")
    Type type;

    @Column(name = "credentials_name")
    String name;

    @Column(name = "credentials_sealed")
    String sealed;

    /** For the persistence layer. */
    protected Credentials() {}

    Credentials(Type type, String name, String secret, UUID source, Secrets secrets) {
        this.type = type;
        this.name = name;
        this.sealed = secrets.seal(secret, source.toString());
    }

    /**
     * The header fields that go with every request to the source's server.
     *
     * @throws SealedException when the secret can't be opened
     */
    public Map<String, String> headers(UUID source, Secrets secrets) throws SealedException {
        var secret = secrets.open(sealed, source.toString());
        return switch (type) {
            case BASIC -> Map.of("Authorization", "Basic " + base64(name + ":" + secret));
            case BEARER -> Map.of("Authorization", "Bearer " + secret);
            case HEADER -> Map.of(name, secret);
        };
    }

    /** The type as clients write it. */
    String typeName() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
