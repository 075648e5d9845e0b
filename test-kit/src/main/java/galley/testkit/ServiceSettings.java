package galley.testkit;

import java.util.HashMap;
import java.util.Map;

import galley.localstack.Database;
import galley.localstack.TokenIssuer;

/** What a service under test has to know of its servers. */
final class ServiceSettings {
    private ServiceSettings() {}

    /**
     * Broker, token keys and datasource.
     *
     * @param database the service's, or null for none
     */
    static Map<String, String> of(Servers servers, String database) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", servers.kafka().bootstrapServers());
        settings.put("quarkus.oidc.public-key", servers.tokens().publicKey());
        settings.put("quarkus.oidc.token.issuer", TokenIssuer.ISSUER);
        settings.put("quarkus.oidc.token.audience", TokenIssuer.AUDIENCE);
        if (database != null) {
            Database where = servers.postgres().database(database);
            settings.put("quarkus.datasource.jdbc.url", where.url());
            settings.put("quarkus.datasource.username", where.user());
            settings.put("quarkus.datasource.password", where.password());
        }
        return settings;
    }
}
