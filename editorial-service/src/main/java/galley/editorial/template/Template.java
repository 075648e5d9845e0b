package galley.editorial.template;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.fasterxml.jackson.databind.JsonNode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.events.Kind;

/** A starting point that has a name. */
@Entity
@Table(name = "template")
class Template {
    @Id UUID id;

    /** Counts the changes, from 1. */
    long revision;

    String name;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** Whose it is; null for every desk's. */
    String desk;

    /** Some of an article's content. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    JsonNode content;

    Instant createdAt;

    /** Whether it says this already. */
    boolean says(SentTemplate sent) {
        return sent.equals(new SentTemplate(name, kind, desk, content));
    }

    void take(SentTemplate sent) {
        name = sent.name();
        kind = sent.kind();
        desk = sent.desk();
        content = sent.content();
        revision++;
    }
}
