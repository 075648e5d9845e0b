package galley.editorial.desk;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** Who changed a desk's rules, when, and how; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "desk_change")
class DeskChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String desk;
    Instant at;
    String actor;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    DeskRules before;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    DeskRules after;
}
