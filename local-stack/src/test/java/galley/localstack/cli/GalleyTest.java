package galley.localstack.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GalleyTest {
    @Test
    void whatIsWrongWithAFileIsSaidInWords() {
        var denied = new AccessDeniedException("/data/secrets");
        assertThat(Galley.inWords(denied)).isEqualTo("No permission for /data/secrets");
        assertThat(Galley.inWords(new UncheckedIOException(denied)))
                .isEqualTo("No permission for /data/secrets");
        assertThat(Galley.inWords(new NoSuchFileException("/data"))).isEqualTo("There is no /data");
    }

    @Test
    void aFailureWithoutAMessageIsNamed() {
        assertThat(Galley.inWords(new IllegalStateException("No topics"))).isEqualTo("No topics");
        assertThat(Galley.inWords(new IllegalStateException()))
                .isEqualTo("java.lang.IllegalStateException");
    }
}
