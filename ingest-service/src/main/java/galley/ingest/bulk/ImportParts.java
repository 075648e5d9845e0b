package galley.ingest.bulk;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.ingest.format.Sha256;
import galley.kit.sql.NativeQueries;

/** The parts of files, kept in the database, so that any replica can go on with an import. */
@ApplicationScoped
class ImportParts {
    private static final String LAY =
            """
            update import_part p set start_at = laid.start_at
            from (select number,
                    sum(octet_length(bytes)) over (order by number) - octet_length(bytes) as start_at
                from import_part where import_id = :import) laid
            where p.import_id = :import and p.number = laid.number
            """;
    private static final String SLICE =
            """
            select substring(bytes from (:position - start_at + 1)::int for :length)
            from import_part
            where import_id = :import and start_at <= :position
            order by start_at desc limit 1
            """;

    /**
     * A part as clients see it.
     *
     * @param size in bytes
     * @param sha256 of its bytes
     */
    record Part(int number, long size, String sha256) {}

    private final Session session;

    ImportParts(Session session) {
        this.session = session;
    }

    /** Keeps a part, instead of the one that had its number. */
    @Transactional(TxType.MANDATORY)
    void put(UUID id, int number, byte[] bytes) {
        session.createNativeMutationQuery(
                        """
                        insert into import_part (import_id, number, sha256, bytes)
                        values (:import, :number, :sha256, :bytes)
                        on conflict (import_id, number)
                        do update set sha256 = excluded.sha256, bytes = excluded.bytes
                        """)
                .setParameter("import", id)
                .setParameter("number", number)
                .setParameter("sha256", Sha256.of(bytes))
                .setParameter("bytes", bytes)
                .executeUpdate();
    }

    /** The parts that are here, by their numbers. */
    List<Part> list(UUID id) {
        return session
                .createNativeQuery(
                        "select number, octet_length(bytes), sha256 from import_part"
                                + " where import_id = :import order by number",
                        Tuple.class)
                .setParameter("import", id)
                .stream()
                .map(
                        row ->
                                new Part(
                                        row.get(0, Number.class).intValue(),
                                        row.get(1, Number.class).longValue(),
                                        row.get(2, String.class)))
                .toList();
    }

    /** Puts the parts one behind the other, so that they can be read. */
    @Transactional(TxType.MANDATORY)
    void lay(UUID id) {
        session.createNativeMutationQuery(LAY).setParameter("import", id).executeUpdate();
    }

    /**
     * Some bytes of the file.
     *
     * @param position before the file's end
     * @param length how many at most; fewer where a part ends
     */
    byte[] read(UUID id, long position, int length) {
        return NativeQueries.values(session, SLICE, byte[].class)
                .setParameter("import", id)
                .setParameter("position", position)
                .setParameter("length", length)
                .getSingleResult();
    }

    /** Forgets the file. */
    @Transactional(TxType.MANDATORY)
    void delete(UUID id) {
        session.createNativeMutationQuery("delete from import_part where import_id = :import")
                .setParameter("import", id)
                .executeUpdate();
    }
}
