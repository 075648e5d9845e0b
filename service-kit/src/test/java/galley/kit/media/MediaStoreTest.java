package galley.kit.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MediaStoreTest {
    /** SHA-256 of "abc", as FIPS 180-4 gives it. */
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptIsFoundUnderItsHash() {
        var store = new MediaStore(folder.resolve("made/when/needed"));
        assertThat(store.put("abc".getBytes(UTF_8))).isEqualTo(ABC);
        assertThat(store.get(ABC))
                .hasValueSatisfying(b -> assertThat(b).asString().isEqualTo("abc"));
    }

    @Test
    void theSizeIsToldWithoutTheFile() {
        var store = new MediaStore(folder);
        store.put("abc".getBytes(UTF_8));
        assertThat(store.size(ABC)).hasValue(3L);
        assertThat(store.size("0".repeat(64))).isEmpty();
        assertThat(store.size("../" + ABC)).isEmpty();
    }

    @Test
    void theSameIsKeptOnceWhoeverBringsIt() throws IOException {
        var writing =
                Stream.generate(() -> new MediaStore(folder))
                        .limit(8)
                        .map(
                                store ->
                                        CompletableFuture.supplyAsync(
                                                () -> store.put("abc".getBytes(UTF_8))))
                        .toList();
        assertThat(writing).allSatisfy(hash -> assertThat(hash.join()).isEqualTo(ABC));
        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../../etc/passwd",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "0000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatWasNeverKeptIsNotThere(String hash) {
        var store = new MediaStore(folder);
        store.put("abc".getBytes(UTF_8));
        assertThat(store.get(hash)).isEmpty();
    }

    @Test
    void whatIsDamagedIsNotGivenOut() throws IOException {
        var store = new MediaStore(folder);
        store.put("abc".getBytes(UTF_8));
        Files.writeString(files().getFirst(), "abd");
        assertThatThrownBy(() -> store.get(ABC)).isInstanceOf(UncheckedIOException.class);
    }
}
