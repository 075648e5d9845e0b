package galley.editorial.frontpage;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** Who changed a page, when, and how; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "page_change")
class PageChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String page;
    long revision;
    Instant at;
    String actor;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    PageState before;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    PageState after;
}
