package galley.testkit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerChoiceTest {
    private static final DockerEngine ENGINE = DockerEngine.version("28.1.0");
    private static final DockerEngine NONE = DockerEngine.unusable("no Docker engine answers");

    @Test
    void containersAreTakenWhereAnEngineAnswers() {
        ServerChoice choice = ServerChoice.of(null, () -> ENGINE);
        assertThat(choice.source()).isEqualTo(ServerSource.CONTAINERS);
        assertThat(choice).hasToString("containers (Docker 28.1.0)");
    }

    @Test
    void processesAreTakenWhereNoneDoes() {
        ServerChoice choice = ServerChoice.of(null, () -> NONE);
        assertThat(choice.source()).isEqualTo(ServerSource.EMBEDDED);
        assertThat(choice).hasToString("embedded (no Docker engine answers)");
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() {
        assertThat(ServerChoice.of("", () -> ENGINE).source()).isEqualTo(ServerSource.CONTAINERS);
    }

    @Test
    void containersCanBeForced() {
        ServerChoice choice = ServerChoice.of("containers", () -> ENGINE);
        assertThat(choice.source()).isEqualTo(ServerSource.CONTAINERS);
    }

    @Test
    void forcedContainersAreNotReplaced() {
        assertThatThrownBy(() -> ServerChoice.of("containers", () -> NONE))
                .hasMessage("GALLEY_TEST_SERVERS is containers, but no Docker engine answers");
    }

    @Test
    void processesCanBeForcedWithoutAskingTheEngine() {
        ServerChoice choice =
                ServerChoice.of(
                        "embedded",
                        () -> {
                            throw new AssertionError("asked");
                        });
        assertThat(choice.source()).isEqualTo(ServerSource.EMBEDDED);
        assertThat(choice).hasToString("embedded (GALLEY_TEST_SERVERS)");
    }

    @Test
    void anotherValueIsAnError() {
        assertThatThrownBy(() -> ServerChoice.of("docker", () -> ENGINE))
                .hasMessage(
                        "GALLEY_TEST_SERVERS is \"docker\"; it may be containers, embedded or"
                                + " nothing");
    }
}
