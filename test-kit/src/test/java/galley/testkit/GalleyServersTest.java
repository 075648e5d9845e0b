package galley.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

import galley.localstack.Database;
import galley.localstack.PostgresServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GalleyServersTest {
    @Test
    void everyServiceHasADatabaseOfItsOwn() throws SQLException {
        for (String name : PostgresServer.DATABASES) {
            Database database = GalleyServers.shared().postgres().database(name);
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE of_" + name + " (id int)");
            }
        }
        Database ingest = GalleyServers.shared().postgres().database("ingest");
        Database publish = GalleyServers.shared().postgres().database("publish");
        assertThatThrownBy(() -> connect(new Database(publish.url(), "ingest", ingest.password())))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void whatWasCommittedIsDurable() throws SQLException {
        try (Connection connection = connect(GalleyServers.shared().postgres().superuser());
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (ResultSet value = statement.executeQuery("SHOW " + setting)) {
                    value.next();
                    assertThat(value.getString(1)).as(setting).isEqualTo("on");
                }
            }
        }
    }

    @Test
    void topicsAreThereAsTheContractDefinesThem() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                GalleyServers.shared().kafka().bootstrapServers()))) {
            TopicDescription published =
                    admin.describeTopics(Set.of("galley.article.published.v1"))
                            .allTopicNames()
                            .get()
                            .get("galley.article.published.v1");
            assertThat(published.partitions()).hasSize(12);
        }
    }

    @Test
    void tokensNameSubjectAndRole() throws Exception {
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setSkipSignatureVerification()
                        .setExpectedAudience("galley")
                        .build()
                        .processToClaims(Tokens.of("editor", "eva"));
        assertThat(claims.getSubject()).isEqualTo("eva");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("editor");
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
