package galley.testkit;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives a Quarkus test a real database, a real broker and keys to check tokens with:
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(
 *         value = GalleyServers.class,
 *         initArgs = @ResourceArg(name = "database", value = "editorial"))
 * }</pre>
 *
 * <p>The servers are started once in a JVM and end with it; data of one test class are there for
 * the next. Without Quarkus, {@link #shared()} gives the same servers.
 */
public final class GalleyServers implements QuarkusTestResourceLifecycleManager {
    private String database;

    private static final class Holder {
        static final Servers SERVERS = Servers.shared();
    }

    /** The servers that all tests of this JVM share; the first call starts them. */
    public static Servers shared() {
        return Holder.SERVERS;
    }

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    /**
     * Answers the settings of a service: broker, token keys, and the datasource when the argument
     * {@code database} names one.
     */
    @Override
    public Map<String, String> start() {
        return ServiceSettings.of(shared(), database);
    }

    /** Leaves the servers to the next test class. */
    @Override
    public void stop() {}
}
