package galley.ingest.item;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.events.ItemContent;
import galley.ingest.routing.RoutingDecision;

/** What an item said at one time, and in which document. */
@Entity
@Immutable
@IdClass(ItemRevision.Key.class)
class ItemRevision {
    @Id UUID itemId;
    @Id long revision;
    String sha256;
    String format;
    Instant receivedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    ItemContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    RoutingDecision routing;

    protected ItemRevision() {}

    ItemRevision(Item item, Delivery delivery, ItemContent content, RoutingDecision routing) {
        this.itemId = item.id;
        this.revision = item.revision;
        this.sha256 = delivery.sha256();
        this.format = delivery.format();
        this.receivedAt = delivery.receivedAt();
        this.content = content;
        this.routing = routing;
    }

    record Key(UUID itemId, long revision) implements Serializable {}
}
