package galley.editorial.check;

import java.time.Instant;
import java.util.Map;

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

/** Who changed settings, when, and how; the database refuses to change one. */
@Entity
@Immutable
@Table(name = "check_settings_change")
class SettingsChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String desk;
    Instant at;
    String actor;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<String, Severity> before;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<String, Severity> after;
}
