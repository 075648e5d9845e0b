package galley.ingest.push;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

/** What a push with an Idempotency-Key was answered. */
@Entity
@Immutable
@IdClass(IdempotentAnswer.Name.class)
class IdempotentAnswer {
    @Id String owner;
    @Id String key;
    String requestHash;
    int status;
    UUID itemId;
    String body;
    Instant answeredAt;

    protected IdempotentAnswer() {}

    IdempotentAnswer(Name name, String requestHash, Pushed answer, Instant now) {
        this.owner = name.owner();
        this.key = name.key();
        this.requestHash = requestHash;
        this.status = answer.status();
        this.itemId = answer.item();
        this.body = answer.body();
        this.answeredAt = now;
    }

    Pushed answer() {
        return new Pushed(status, itemId, body);
    }

    /** A key belongs to whoever sent it. */
    record Name(String owner, String key) implements Serializable {}
}
