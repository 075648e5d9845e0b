package galley.editorial.comment;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The words that a thread is about, apart from the thread: edits read and move only these. */
@Entity
@Table(name = "anchor")
class StoredAnchor {
    @Id UUID commentId;
    UUID articleId;
    private String part;
    private Integer fromUnit;
    private Integer toUnit;
    private String words;

    Anchor anchor() {
        return new Anchor(part, fromUnit, toUnit, words);
    }

    void stand(Anchor now) {
        part = now.part();
        fromUnit = now.start();
        toUnit = now.end();
        words = now.text();
    }
}
