package galley.editorial;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import galley.testkit.OldDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that an earlier version wrote goes on with this one. */
class UpgradeTest {

    @Test
    void theStaffOfBeforeKeepTheirPseudonyms() throws SQLException {
        try (var database = new OldDatabase("20260106.01")) {
            var statement = database.statement();
            statement.execute(
                    "insert into staff (id, subject, name, first_seen)"
                            + " values (gen_random_uuid(), 'eva', 'Eva', now())");
            database.upgrade();
            try (var rows = statement.executeQuery("select subject from staff")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("eva");
            }
            statement.execute("select from dead_letter");
        }
    }

    @Test
    void savedSearchesNamePeopleByTheirPseudonyms() throws SQLException {
        try (var database = new OldDatabase("20261128.03")) {
            var statement = database.statement();
            statement.execute(
                    """
                    insert into saved_search (id, revision, owner, created_at, name, query, notify)
                        select gen_random_uuid(), 1, 'staff:x', now(), 'S', query::jsonb, false
                        from (values ('{"q": "port"}'), ('{"assignee": "me"}'),
                            ('{"assignee": "eva"}'), ('{"assignee": "eva", "desk": "coast"}'),
                            ('{"assignee": "staff:0198c2f0-0000-7000-8000-00000000000a"}'))
                            as searches (query)
                    """);
            database.upgrade();
            try (var rows =
                    statement.executeQuery(
                            """
                            select count(*),
                                count(*) filter (where query ->> 'assignee' = 'staff:' || staff.id),
                                count(*) filter (where query ->> 'assignee' = 'me'),
                                count(*) filter (where query ->> 'desk' = 'coast')
                            from saved_search, staff where subject = 'eva'
                            """)) {
                rows.next();
                assertThat(List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3), rows.getInt(4)))
                        .containsExactly(5, 2, 1, 1);
            }
        }
    }

    @Test
    void translationsStayAsSevereAsTheyWere() throws SQLException {
        try (var database = new OldDatabase("20260114.30")) {
            var statement = database.statement();
            statement.execute(
                    """
                    insert into check_settings values
                        ('coast', 1, '{"missing-attribution": "block", "embargo": "warn"}'),
                        ('home', 1, '{"embargo": "warn"}')
                    """);
            database.upgrade();
            try (var rows =
                    statement.executeQuery(
                            "select string_agg(desk || ' ' || revision || ' '"
                                    + " || coalesce(severities ->> 'translation-languages', '-'),"
                                    + " ', ' order by desk) from check_settings")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("coast 2 block, home 1 -");
            }
            try (var rows =
                    statement.executeQuery(
                            "select desk, actor, after -> 'translation-languages'"
                                    + " from check_settings_change")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("coast");
                assertThat(rows.getString(2)).isEqualTo("service:editorial");
                assertThat(rows.getString(3)).isEqualTo("\"block\"");
                assertThat(rows.next()).isFalse();
            }
        }
    }
}
