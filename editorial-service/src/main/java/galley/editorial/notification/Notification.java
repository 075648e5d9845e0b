package galley.editorial.notification;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that one person should know. */
@Entity
@Table(name = "notification")
class Notification {
    @Id UUID id;

    /** A pseudonym. */
    String recipient;

    Instant at;

    @Enumerated(EnumType.STRING)
    Kind kind;

    UUID articleId;

    /** Null for what is about no comment. */
    UUID commentId;

    /** Null for what is about no saved search. */
    UUID searchId;

    /** The comment's, which names people by pseudonyms; or the name of the search. */
    String text;

    Instant readAt;
}
