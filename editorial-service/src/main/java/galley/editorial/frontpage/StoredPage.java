package galley.editorial.frontpage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.events.Arrangement;
import galley.events.Section;
import galley.kit.etag.ETag;

/** The front page, or the page of a section that there is or was. */
@Entity
@Table(name = "page")
class StoredPage {
    /** As the contract names pages. */
    @Id String key;

    /** Counts the changes, also those of former sections of this key. */
    long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Section section;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Arrangement arrangement;

    /** For Hibernate. */
    protected StoredPage() {}

    /** A page that there is not yet. */
    StoredPage(String key) {
        this.key = key;
    }

    PageState state() {
        return new PageState(section, arrangement);
    }

    boolean exists() {
        return arrangement != null;
    }

    ETag etag() {
        return ETag.of(revision);
    }
}
