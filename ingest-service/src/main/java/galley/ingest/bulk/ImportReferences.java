package galley.ingest.bulk;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.ingest.wordpress.WxrItem;

/**
 * What the posts of an export file refer to. It is kept in the database, not in memory, for it may
 * stand before or behind the posts, and a site may have any number of pictures.
 */
@ApplicationScoped
class ImportReferences {
    private final Session session;

    ImportReferences(Session session) {
        this.session = session;
    }

    /** Keeps what others may refer to, by its names. */
    @Transactional(TxType.MANDATORY)
    void keep(UUID id, Map<String, String> offers) {
        offers.forEach(
                (name, text) ->
                        session.createNativeMutationQuery(
                                        """
                                        insert into import_reference (import_id, name, text, times)
                                        values (:import, :name, :text, 1)
                                        on conflict (import_id, name) do update
                                        set text = excluded.text, times = import_reference.times + 1
                                        """)
                                .setParameter("import", id)
                                .setParameter("name", name)
                                .setParameter("text", text)
                                .executeUpdate());
    }

    /** What there is under these names; of a guid only that another item has it too. */
    Map<String, String> find(UUID id, Collection<String> names) {
        var found = new HashMap<String, String>();
        if (names.isEmpty()) {
            return found;
        }
        session
                .createNativeQuery(
                        "select name, text from import_reference where import_id = :import"
                                + " and name in (:names) and (times > 1 or name not like :guids)",
                        Tuple.class)
                .setParameter("import", id)
                .setParameter("names", names)
                .setParameter("guids", WxrItem.GUID + "%")
                .stream()
                .forEach(row -> found.put(row.get(0, String.class), row.get(1, String.class)));
        return found;
    }

    /** Forgets all of an import. */
    @Transactional(TxType.MANDATORY)
    void delete(UUID id) {
        session.createNativeMutationQuery("delete from import_reference where import_id = :import")
                .setParameter("import", id)
                .executeUpdate();
    }
}
