package galley.publish.apikey;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

import galley.publish.product.Product;

/** A key, of which only its hash is known. */
@Entity
@Table(name = "api_key")
class ApiKey {
    @Id UUID id;

    /** Counts the changes of its settings. */
    long revision;

    String owner;
    String name;

    @Mutability(Immutability.class)
    byte[] hash;

    String hint;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Product product;

    Integer rate;
    Instant createdAt;

    KeySettings settings() {
        return new KeySettings(name, product, rate);
    }

    void set(KeySettings settings) {
        name = settings.name();
        product = settings.product();
        rate = settings.rate();
    }
}
