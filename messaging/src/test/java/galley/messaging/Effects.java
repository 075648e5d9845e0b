package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** What a service keeps: effects of events in the database, gone when the transaction is. */
@ApplicationScoped
class Effects {
    private final AgroalDataSource dataSource;

    Effects(AgroalDataSource dataSource) throws SQLException {
        this.dataSource = dataSource;
        execute("create table if not exists effect (topic text, what text)");
    }

    void add(String topic, IncomingEvent event) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into effect values (?, ?)")) {
            insert.setString(1, topic);
            insert.setString(2, Arriving.text(event));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> of(String topic) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "select what from effect where topic = ? order by ctid")) {
            query.setString(1, topic);
            List<String> effects = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    effects.add(rows.getString(1));
                }
            }
            return effects;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
