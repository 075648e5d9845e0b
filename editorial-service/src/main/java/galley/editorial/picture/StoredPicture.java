package galley.editorial.picture;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import galley.events.Picture;
import galley.kit.picture.CheckedPicture;

/** What is known of a picture in the store; it never changes. */
@Entity
@Immutable
@Table(name = "picture")
class StoredPicture {
    @Id UUID id;

    /** SHA-256 of the file in lower-case hexadecimal. */
    String hash;

    /** The media type. */
    String type;

    int width;
    int height;
    boolean animated;
    long bytes;
    String credit;
    String copyrightNotice;
    String caption;

    /** A pseudonym; null where nobody of the staff brought it. */
    String uploadedBy;

    Instant uploadedAt;

    /** A picture as it was checked, under the hash that the store gave it. */
    static StoredPicture of(String hash, CheckedPicture checked) {
        StoredPicture picture = new StoredPicture();
        picture.hash = hash;
        picture.type = checked.type().mediaType();
        picture.width = checked.width();
        picture.height = checked.height();
        picture.animated = checked.animated();
        picture.bytes = checked.bytes().length;
        picture.credit = checked.notes().credit();
        picture.copyrightNotice = checked.notes().copyrightNotice();
        picture.caption = checked.notes().caption();
        return picture;
    }

    /** As an article names it. */
    Picture reference() {
        return new Picture(hash, type, width, height);
    }
}
