package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.sun.security.auth.module.UnixSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A stack runs for root too, although PostgreSQL refuses to run as root. */
class RootTest {
    @TempDir private Path root;
    private Script script;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can be root");
        script = new Script(root, StackPorts.free());
    }

    @AfterEach
    void end() throws Exception {
        if (script != null) {
            script.run("stop");
            script.close();
        }
    }

    @Test
    void alsoInAContainerWithoutNamespacesAndInADirectoryForRootAlone() throws Exception {
        Path tools = Files.createDirectory(root.resolve("tools"));
        Files.writeString(tools.resolve("unshare"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(
                tools.resolve("unshare"), PosixFilePermissions.fromString("rwxr-xr-x"));
        script.set("PATH", tools + ":" + System.getenv("PATH"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));

        script.startAndAwait();
        assertThat(script.run("status").status()).isZero();
        assertThat(Files.getAttribute(script.data().resolve("postgres"), "unix:uid"))
                .as("not root's")
                .isNotEqualTo(0);
    }
}
