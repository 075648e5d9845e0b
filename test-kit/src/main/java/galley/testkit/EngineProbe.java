package galley.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;

/** Finds out whether test servers can run in containers, without a word in the log if not. */
final class EngineProbe {
    /** What Testcontainers must find in the environment; see the parent POM. */
    private static final SortedMap<String, String> NEEDED =
            new TreeMap<>(
                    Map.of(
                            "TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1",
                            "TESTCONTAINERS_RYUK_DISABLED", "true"));

    private static final String HOST = "DOCKER_HOST";

    private EngineProbe() {}

    /** Asks the engine, and lets it pull images that it lacks. */
    static DockerEngine ask() {
        for (var needed : NEEDED.entrySet()) {
            if (!needed.getValue().equals(System.getenv(needed.getKey()))) {
                return DockerEngine.unusable(needed + " is not set, as it is by Maven");
            }
        }
        String host = System.getenv(HOST);
        if (host != null && !isHere(host)) {
            return DockerEngine.unusable("the engine at " + host + " is not on this machine");
        }
        try {
            DockerClient client = Docker.client();
            Info info = client.infoCmd().exec();
            if (isOutside(info)) {
                return DockerEngine.unusable("the Docker engine is outside of this container");
            }
            for (String image : List.of(TestImages.POSTGRES, TestImages.KAFKA)) {
                if (!isThere(client, image) && !pull(client, image)) {
                    return DockerEngine.unusable(
                            "there is no image " + image + ", and it can't be pulled");
                }
            }
            return DockerEngine.version(info.getServerVersion());
        } catch (RuntimeException e) {
            return DockerEngine.unusable("no Docker engine answers");
        }
    }

    // Servers are reached on the loopback address.
    private static boolean isHere(String host) {
        try {
            URI address = URI.create(host);
            return host.isEmpty()
                    || List.of("unix", "npipe").contains("" + address.getScheme())
                    || InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether we are in a container whose engine's socket has been mounted. */
    private static boolean isOutside(Info engine) {
        try {
            return Files.exists(Path.of("/.dockerenv"))
                    && !InetAddress.getLocalHost().getHostName().equals(engine.getName());
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isThere(DockerClient client, String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static boolean pull(DockerClient client, String image) {
        try {
            return client.pullImageCmd(image).start().awaitCompletion(10, TimeUnit.MINUTES);
        } catch (DockerException | DockerClientException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
