package galley.testkit;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrphansTest {
    private String orphan;
    private String ours;
    private String foreign;

    @BeforeEach
    void makeContainers() throws Exception {
        Engine.assume();
        Process dead = new ProcessBuilder("true").start();
        assertThat(dead.waitFor(30, TimeUnit.SECONDS)).isTrue();
        orphan = containerOf(Orphans.owner(dead.pid()));
        ours = containerOf(Orphans.self());
        foreign = containerOf("another namespace/" + dead.pid());
    }

    @AfterEach
    void removeContainers() {
        if (orphan != null) {
            Docker.remove(orphan);
            Docker.remove(ours);
            Docker.remove(foreign);
        }
    }

    @Test
    void onlyWhatADeadRunHasLeftIsRemoved() {
        Orphans.remove();
        assertThat(exists(orphan)).isFalse();
        assertThat(exists(ours)).isTrue();
        assertThat(exists(foreign)).isTrue();
    }

    private static String containerOf(String owner) {
        return Docker.client()
                .createContainerCmd(TestImages.POSTGRES)
                .withLabels(Map.of(Orphans.OWNER, owner))
                .exec()
                .getId();
    }

    private static boolean exists(String container) {
        try {
            Docker.client().inspectContainerCmd(container).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
