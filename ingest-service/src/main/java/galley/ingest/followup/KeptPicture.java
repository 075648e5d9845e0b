package galley.ingest.followup;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** What is known of a picture in the store. */
@Entity
@Immutable
@Table(name = "picture")
class KeptPicture {
    @Id String sha256;
    String mediaType;
    int width;
    int height;
    boolean animated;
    long size;
    String credit;
    String copyrightNotice;
    String caption;
    Instant keptAt;

    protected KeptPicture() {}
}
