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

/** What a source allows since its rights record was last changed. */
@Entity
@Table(name = "source_rights")
class StoredSourceRights {
    @Id UUID source;

    /** Of the source's settings, from 1. */
    long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    SourceRights rights;
}
