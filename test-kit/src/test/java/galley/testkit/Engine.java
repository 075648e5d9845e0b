package galley.testkit;

import org.junit.jupiter.api.Assumptions;

/** The Docker engine of this machine, for tests that are about it. */
final class Engine {
    private static final DockerEngine FOUND = EngineProbe.ask();

    private Engine() {}

    /** Skips the test where there is none. */
    static void assume() {
        Assumptions.assumeTrue(FOUND.usable(), FOUND.description());
    }
}
