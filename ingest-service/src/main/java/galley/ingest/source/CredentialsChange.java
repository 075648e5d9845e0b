package galley.ingest.source;

import java.util.UUID;

import galley.ingest.secret.Secrets;

/** Credentials that take the place of earlier ones. */
record CredentialsChange(Credentials.Type type, String name, String secret) {
    /** No credentials any more. */
    static final CredentialsChange REMOVAL = new CredentialsChange(null, null, null);

    /** What is stored; null for a removal. */
    Credentials sealed(UUID source, Secrets secrets) {
        return type == null ? null : new Credentials(type, name, secret, source, secrets);
    }
}
