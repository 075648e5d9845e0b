package galley.editorial.search;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What somebody looks for again and again. */
@Entity
@Table(name = "saved_search")
class SavedSearch {
    @Id UUID id;

    /** Counts the changes, from 1. */
    long revision;

    /** A pseudonym. */
    String owner;

    Instant createdAt;
    String name;

    /** It names people by their pseudonyms. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    SearchParameters query;

    /** Whether the owner is told of each article that begins to match. */
    @Column(name = "notify")
    boolean notifies;
}
