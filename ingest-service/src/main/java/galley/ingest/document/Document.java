package galley.ingest.document;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

/** A document as it came. */
@Entity
@Immutable
public class Document {
    @Id String sha256;
    String contentType;
    byte[] bytes;
    Instant receivedAt;

    /** For the persistence layer. */
    protected Document() {}

    /** The hash of the bytes in lower-case hexadecimal, which is also its name. */
    public String sha256() {
        return sha256;
    }

    /** The media type under which it first came, or null. */
    public String contentType() {
        return contentType;
    }

    /** The bytes; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** When it first came. */
    public Instant receivedAt() {
        return receivedAt;
    }
}
