package galley.ingest.document;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.ingest.format.Sha256;

/** The documents that items and the quarantine refer to, each kept once. */
@ApplicationScoped
public class Documents {
    private final EntityManager entities;

    Documents(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Keeps a document in the caller's transaction.
     *
     * @param contentType its media type with parameters, or null
     * @return its SHA-256
     */
    @Transactional(TxType.MANDATORY)
    public String keep(byte[] bytes, String contentType, Instant receivedAt) {
        var sha256 = Sha256.of(bytes);
        if (isKept(sha256)) {
            return sha256;
        }
        entities.createNativeQuery(
                        """
                        insert into document (sha256, content_type, bytes, received_at)
                        values (:sha256, :contentType, :bytes, :receivedAt)
                        on conflict do nothing
                        """)
                .setParameter("sha256", sha256)
                .setParameter("contentType", contentType)
                .setParameter("bytes", bytes)
                .setParameter("receivedAt", receivedAt)
                .executeUpdate();
        return sha256;
    }

    /** So that bytes which are there already don't travel to the database. */
    private boolean isKept(String sha256) {
        return !entities.createNativeQuery("select 1 from document where sha256 = :sha256")
                .setParameter("sha256", sha256)
                .getResultList()
                .isEmpty();
    }

    /** The document of this hash, which must be one that was kept. */
    public Document get(String sha256) {
        return entities.find(Document.class, sha256);
    }
}
