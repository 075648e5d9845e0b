package galley.editorial.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An entry as it stands in the database, whatever was done to it.
 *
 * @param id orders the entries of an article
 * @param hash what it says that it hashes to
 */
record ChainedEntry(long id, String hash, ChainedFields fields) {

    /** What {@link #of} reads. */
    static final String COLUMNS =
            """
            id, hash, article_id, at, actor, step, from_workflow, from_publication, to_workflow,
            to_publication, revision_seen, revision_made, version, note, internal_note, trace_id,
            details
            """;

    static ChainedEntry of(ResultSet row) throws SQLException {
        return new ChainedEntry(
                row.getLong("id"),
                row.getString("hash"),
                new ChainedFields(
                        row.getObject("article_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("step"),
                        row.getString("from_workflow"),
                        row.getString("from_publication"),
                        row.getString("to_workflow"),
                        row.getString("to_publication"),
                        row.getObject("revision_seen", Long.class),
                        row.getObject("revision_made", Long.class),
                        row.getInt("version"),
                        row.getString("note"),
                        row.getString("internal_note"),
                        row.getString("trace_id"),
                        CanonicalJson.read(row.getString("details"))));
    }

    /** Whether it is what it was when it was written behind the entry with this hash. */
    boolean follows(String previous) {
        return fields.hash(previous).equals(hash);
    }

    /** A line of an export, without its end. */
    String line(String previous) {
        return "{\"id\":%d,\"hash\":%s,\"entry\":%s}"
                .formatted(id, CanonicalJson.write(hash), fields.canonical(previous));
    }
}
