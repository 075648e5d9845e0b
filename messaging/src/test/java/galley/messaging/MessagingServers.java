package galley.messaging;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import galley.localstack.Database;
import galley.testkit.GalleyServers;

/** Gives a Quarkus test a database of its own and the shared broker. */
public final class MessagingServers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Database database = GalleyServers.shared().postgres().database("ingest");
        return Map.of(
                "kafka.bootstrap.servers", GalleyServers.shared().kafka().bootstrapServers(),
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {}
}
