package galley.localstack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StackProcessesTest {

    @Test
    void aProcessOfAContainerMayHaveNoProgram() {
        assertThat(StackProcesses.program("/usr/lib/postgresql/postgres")).hasValue("postgres");
        assertThat(StackProcesses.program("/")).isEmpty();
    }
}
