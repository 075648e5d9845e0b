package galley.editorial.check;

import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What was set for a desk, or where no desk says otherwise. */
@Entity
@Table(name = "check_settings")
class StoredSettings {
    /** Empty where it is no desk's. */
    @Id String desk;

    /** Counts the changes. */
    long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Map<String, Severity> severities;
}
