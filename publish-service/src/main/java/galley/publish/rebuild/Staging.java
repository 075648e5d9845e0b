package galley.publish.rebuild;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/** Where the new edition is made: tables like those of the edition, in a schema of their own. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Staging {
    /** Locked in this order, which is that of a release. */
    static final List<String> TABLES =
            List.of("edition_slug", "edition_article", "edition_words", "arranged_page");

    /**
     * What a comparison found: {@code compared} what is the same in both editions, {@code
     * difference} what is to be taken over, {@code unknown} what only the old one has.
     */
    private static final List<String> NOTES =
            List.of(
                    "compared (id uuid primary key, revision bigint not null, state text not null)",
                    "difference (id uuid primary key, was text, older boolean not null,"
                            + " told boolean not null)",
                    "unknown (id uuid primary key, gone boolean not null)");

    /** The columns of the edition's tables, to be compared between the schemas. */
    private static final String COLUMNS =
            """
            select table_name, column_name, ordinal_position, data_type, is_generated
            from information_schema.columns
            where table_schema = %s
                and table_name in ('edition_slug', 'edition_article', 'edition_words',
                    'arranged_page')
            """;

    private final Session session;

    Staging(Session session) {
        this.session = session;
    }

    /** Makes the tables, empty. */
    void make() {
        drop();
        for (var table : TABLES) {
            run("create table rebuild.%1$s (like %1$s including all)".formatted(table));
        }
        for (var note : NOTES) {
            run("create table rebuild." + note);
        }
    }

    /** Removes the tables and all that is in them. */
    void drop() {
        for (var table : TABLES) {
            run("drop table if exists rebuild." + table);
        }
        run("drop table if exists rebuild.compared, rebuild.difference, rebuild.unknown");
    }

    /** Whether the tables are there, and still like those of the edition. */
    boolean isUpToDate() {
        var edition = COLUMNS.formatted("current_schema()");
        var here = COLUMNS.formatted("'rebuild'");
        return NativeQueries.values(
                        session,
                        "select not exists (%s except %s)".formatted(edition, here),
                        Boolean.class)
                .getSingleResult();
    }

    /**
     * Lets every statement until the transaction ends, or {@link #leave}, find these tables instead
     * of the edition's.
     */
    void enter() {
        setPath("'rebuild, ' || current_setting('search_path')");
    }

    /** Undoes {@link #enter}. */
    void leave() {
        setPath("substring(current_setting('search_path') from 10)");
    }

    /** The columns of a table that statements can write, except some. */
    List<String> columns(String table, String... except) {
        return NativeQueries.values(
                        session,
                        """
                        select column_name from information_schema.columns
                        where table_schema = 'rebuild' and table_name = :table
                            and is_generated = 'NEVER'
                        order by ordinal_position
                        """,
                        String.class)
                .setParameter("table", table)
                .getResultList()
                .stream()
                .filter(column -> !Arrays.asList(except).contains(column))
                .toList();
    }

    /** Columns as a list in a statement, with something before each. */
    static String list(List<String> columns, String before) {
        return columns.stream().map(column -> before + column).collect(Collectors.joining(", "));
    }

    private void setPath(String expression) {
        NativeQueries.values(
                        session,
                        "select set_config('search_path', %s, true)".formatted(expression),
                        String.class)
                .getSingleResult();
    }

    private void run(String statement) {
        session.createNativeMutationQuery(statement).executeUpdate();
    }
}
