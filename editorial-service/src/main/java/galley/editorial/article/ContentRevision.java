package galley.editorial.article;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.editorial.content.Content;
import galley.events.Provenance;

/** The content that a revision wrote; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "revision")
@IdClass(ContentRevision.Key.class)
class ContentRevision {
    @Id UUID articleId;
    @Id long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Content content;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Provenance provenance;

    record Key(UUID articleId, long revision) implements Serializable {}
}
