package galley.localstack;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StackProcessesTest {

    @Test
    void aProcessOfAContainerMayHaveNoProgram() {
        assertThat(StackProcesses.programName("/usr/lib/postgresql/postgres")).hasValue("postgres");
        assertThat(StackProcesses.programName("/")).isEmpty();
    }
}
