package galley.ingest.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What is done with the items that meet its conditions. */
@Entity
class Rule {
    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    @Id UUID id;
    long revision;
    String name;
    UUID sourceId;
    int place;
    boolean enabled;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Condition> conditions;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Hours hours;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Actions actions;

    Instant createdAt;
    Instant deletedAt;

    protected Rule() {}

    Rule(RuleSettings settings, Instant now) {
        this.id = IDS.generate();
        this.createdAt = now;
        change(settings);
    }

    final void change(RuleSettings settings) {
        revision++;
        name = settings.name();
        sourceId = settings.source();
        place = settings.place();
        enabled = settings.enabled();
        conditions = settings.conditions();
        hours = settings.hours();
        actions = settings.actions();
    }

    /** A rule that decided things stays known by its id. */
    void delete(Instant now) {
        deletedAt = now;
    }

    /**
     * Whether it applies.
     *
     * @return for each condition what met it, or empty where it does not apply
     */
    Optional<List<String>> applies(RoutedItem item, Instant at) {
        if (!enabled || (hours != null && !hours.hold(at))) {
            return Optional.empty();
        }
        var evidence = new ArrayList<String>();
        for (var condition : conditions) {
            var met = item.meets(condition);
            if (met.isEmpty()) {
                return Optional.empty();
            }
            evidence.add(met.get());
        }
        return Optional.of(List.copyOf(evidence));
    }
}
