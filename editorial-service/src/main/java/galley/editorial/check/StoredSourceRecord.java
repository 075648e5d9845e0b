package galley.editorial.check;

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

    boolean partial;
    UUID duplicateOf;

    SourceRecord read() {
        return new SourceRecord(rights, partial, duplicateOf);
    }
}
