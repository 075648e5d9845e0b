package galley.publish.edition;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A slug that an article has or had. */
@Entity
@Immutable
@Table(name = "edition_slug")
class Slug {
    @Id String slug;
    UUID article;
    long revision;

    /** For Hibernate. */
    protected Slug() {}
}
