package galley.editorial.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.events.SourceRights;

/** A source record beside the article that it is about. */
@Entity
@Table(name = "source_record")
class StoredSourceRecord {
    @Id UUID articleId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    SourceRights rights;

    Instant expiresAt;
    boolean partial;
    Integer words;
    UUID duplicateOf;

    SourceRecord read() {
        return new SourceRecord(rights, expiresAt, partial, words, duplicateOf, List.of());
    }
}
