package galley.editorial;

import java.sql.DriverManager;
import java.sql.SQLException;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import galley.testkit.EmptyDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that an earlier version wrote goes on with this one. */
class UpgradeTest {

    @Test
    void theStaffOfBeforeKeepTheirPseudonyms() throws SQLException {
        var database = EmptyDatabase.create();
        var flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations("db/migration", "db/messaging", "db/operations");
        flyway.target("20260106.01").load().migrate();
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into staff (id, subject, name, first_seen)"
                            + " values (gen_random_uuid(), 'eva', 'Eva', now())");
            flyway.target("latest").load().migrate();
            try (var rows = statement.executeQuery("select subject from staff")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("eva");
            }
            statement.execute("select from dead_letter");
        }
    }

    @Test
    void translationsStayAsSevereAsTheyWere() throws SQLException {
        var database = EmptyDatabase.create();
        var flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations("db/migration", "db/messaging", "db/operations");
        flyway.target("20260114.30").load().migrate();
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into check_settings values
                        ('coast', 1, '{"missing-attribution": "block", "embargo": "warn"}'),
                        ('home', 1, '{"embargo": "warn"}')
                    """);
            flyway.target("latest").load().migrate();
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
