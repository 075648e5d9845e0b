package galley.editorial.setting;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.staff.Caller;
import galley.kit.etag.ETag;
import galley.kit.problem.Problem;

/** Keeps settings, each with its revision and all of its changes. */
@ApplicationScoped
public class SettingDocuments implements PanacheRepositoryBase<SettingDocument, String> {
    private static final String BEGIN =
            """
            insert into setting_document (name, revision, document)
            values (:name, 0, cast(:fresh as jsonb)) on conflict do nothing
            """;

    /** What a later version of the platform wrote is passed over. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Clock clock;

    SettingDocuments(Clock clock) {
        this.clock = clock;
    }

    /** A setting as it is now. */
    public <T> Versioned<T> of(SettingKey<T> key) {
        return findByIdOptional(key.name())
                .map(stored -> read(key, stored))
                .orElseGet(() -> new Versioned<>(0, key.fresh()));
    }

    /** The names of the settings that were ever made and begin so, in their order. */
    public List<String> names(String prefix) {
        return list("left(name, length(?1)) = ?1 order by name", prefix).stream()
                .map(stored -> stored.name)
                .toList();
    }

    /**
     * Makes a setting what is wanted; who, when and what is kept.
     *
     * @param ifMatch the header, or null
     * @param wanted reads what is wanted, once the precondition holds
     * @throws Problem 428, 412, or what {@code wanted} throws
     */
    @Transactional(TxType.MANDATORY)
    public <T> Versioned<T> put(
            SettingKey<T> key, String ifMatch, Supplier<T> wanted, Caller caller) {
        getEntityManager()
                .createNativeQuery(BEGIN)
                .setParameter("name", key.name())
                .setParameter("fresh", JSON.valueToTree(key.fresh()).toString())
                .executeUpdate();
        SettingDocument stored = findById(key.name(), LockModeType.PESSIMISTIC_WRITE);
        ETag.of(stored.revision).requireMatch(ifMatch);
        JsonNode after = JSON.valueToTree(wanted.get());
        if (!after.equals(stored.document)) {
            remember(stored, after, caller);
            stored.document = after;
            stored.revision++;
        }
        return read(key, stored);
    }

    private void remember(SettingDocument stored, JsonNode after, Caller caller) {
        SettingDocumentChange change = new SettingDocumentChange();
        change.name = stored.name;
        change.at = clock.instant();
        change.actor = caller.actor().id();
        change.before = stored.document;
        change.after = after;
        getEntityManager().persist(change);
    }

    private static <T> Versioned<T> read(SettingKey<T> key, SettingDocument stored) {
        try {
            return new Versioned<>(stored.revision, JSON.treeToValue(stored.document, key.type()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The setting %s can't be read".formatted(key.name()), e);
        }
    }
}
