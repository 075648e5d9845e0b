package galley.editorial.comment;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What somebody said about an article: the beginning of a thread, or a reply in one. */
@Entity
@Table(name = "comment")
class Comment {
    @Id UUID id;
    UUID articleId;

    /** The comment that the thread begins with; null for that one itself. */
    UUID threadId;

    Instant at;

    /** A pseudonym. */
    String author;

    /** Names people by pseudonyms; null once it is taken back and only its replies are left. */
    String text;

    Instant editedAt;
    Instant resolvedAt;

    /** A pseudonym. */
    String resolvedBy;

    /** What the words that it is about should become; null for a comment that suggests nothing. */
    String suggestion;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    boolean beginsThread() {
        return threadId == null;
    }

    boolean isTakenBack() {
        return text == null;
    }

    /** Settles the thread; whoever did so first stays named. */
    void resolve(String by, Instant now) {
        if (resolvedAt == null) {
            resolvedBy = by;
            resolvedAt = now;
        }
    }

    /** Opens the thread again, and with it a suggestion that was dismissed. */
    void reopen() {
        resolvedBy = null;
        resolvedAt = null;
        outcome = outcome == Outcome.DISMISSED ? null : outcome;
    }

    /** Leaves only the place of the comment, for the replies to it. */
    void takeBack() {
        text = null;
        editedAt = null;
        suggestion = null;
        outcome = null;
    }
}
