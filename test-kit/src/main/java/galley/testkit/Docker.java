package galley.testkit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;

/** The Docker engine as Testcontainers finds it. */
final class Docker {
    private Docker() {}

    /**
     * A client of the engine.
     *
     * @throws IllegalStateException when no engine answers
     */
    static DockerClient client() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Testcontainers looks for its parts there, and under Quarkus these classes have a loader
        // that is not the thread's.
        thread.setContextClassLoader(Docker.class.getClassLoader());
        try (var _ = TestcontainersLog.silenced()) {
            return DockerClientFactory.instance().client();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Removes a container, running or not, with its data; that it is gone already is fine. */
    static void remove(String container) {
        try {
            client().removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
        } catch (NotFoundException | ConflictException e) {
            // Another run has removed it, or does so now.
        }
    }
}
