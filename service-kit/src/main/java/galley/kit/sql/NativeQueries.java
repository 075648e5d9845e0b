package galley.kit.sql;

import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Queries in SQL. */
public final class NativeQueries {
    private NativeQueries() {}

    /**
     * A query for one value a row.
     *
     * <p>Hibernate keeps what it worked out of a query, to find it again the next time. Of a query
     * that names a simple type as its result it finds nothing again, but keeps it every time, and
     * looks through all that it kept: so it is asked for rows here.
     *
     * @param type what the column's values are in Java without any conversion
     */
    public static <T> NativeQuery<T> values(EntityManager session, String sql, Class<T> type) {
        return session.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setTupleTransformer((row, _) -> type.cast(row[0]));
    }
}
