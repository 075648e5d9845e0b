package galley.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Like {@link GalleyServers}, but with servers of the test class's own, which it may kill: they are
 * in its field of the type {@link Servers}, and end with it.
 */
public final class OwnServers implements QuarkusTestResourceLifecycleManager {
    private String database;
    private Servers servers;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    /** Starts the servers; answers the settings of a service. */
    @Override
    public Map<String, String> start() {
        servers = Servers.start();
        return ServiceSettings.of(servers, database);
    }

    @Override
    public void inject(TestInjector test) {
        test.injectIntoFields(servers, new TestInjector.MatchesType(Servers.class));
    }

    @Override
    public void stop() {
        servers.close();
    }
}
