package galley.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.LogUtils;

import galley.localstack.RestartableServer;
import galley.localstack.StackDirectory;
import galley.localstack.StartFailedException;

import static org.awaitility.Awaitility.await;

/**
 * A server in a container, which keeps its data while it is killed and started again. The engine
 * knows it by name, so that any object for the same directory can look after it.
 */
abstract class ContainerServer implements RestartableServer {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final int port;
    private final String container;

    /**
     * @param directory with a name that no other run's has
     * @param port on this machine; after every start it is the same
     */
    ContainerServer(String name, StackDirectory directory, int port) {
        this.name = name;
        this.port = port;
        this.container = "galley-test-%s-%s".formatted(directory.root().getFileName(), name);
    }

    /** A container that exposes one port; not started. */
    abstract GenericContainer<?> make();

    /** Calls {@link #awaitThat} with a question to the server. */
    abstract void awaitAnswer();

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final int port() {
        return port;
    }

    @Override
    public void start() {
        if (inspect().isPresent()) {
            Docker.client().startContainerCmd(container).exec();
        } else {
            launch(make());
        }
        awaitAnswer();
    }

    /** Does nothing: the name is all that has to be known. */
    @Override
    public void adopt() {}

    @Override
    public boolean isRunning() {
        return inspect().map(found -> found.getState().getRunning()).orElse(false);
    }

    @Override
    public void kill() {
        Docker.client().killContainerCmd(container).exec();
        Docker.client()
                .waitContainerCmd(container)
                .start()
                .awaitStatusCode(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Removes the container and its data. */
    @Override
    public void close() {
        Docker.remove(container);
    }

    /** Waits until the server serves, as long as it runs. */
    final void awaitThat(BooleanSupplier serves) {
        await(name)
                .atMost(PATIENCE)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .until(() -> served(serves));
    }

    private boolean served(BooleanSupplier serves) {
        if (!isRunning()) {
            throw new StartFailedException(
                    "%s ended while it started:%n%s"
                            .formatted(name, LogUtils.getOutput(Docker.client(), container)));
        }
        return serves.getAsBoolean();
    }

    private void launch(GenericContainer<?> made) {
        String address = "127.0.0.1:%d:%d".formatted(port, made.getExposedPorts().getFirst());
        made.setPortBindings(List.of(address));
        made.withLabels(Map.of(Orphans.OWNER, Orphans.self()));
        made.withCreateContainerCmdModifier(command -> command.withName(container));
        made.start();
    }

    private Optional<InspectContainerResponse> inspect() {
        try {
            return Optional.of(Docker.client().inspectContainerCmd(container).exec());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
