package galley.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** A source that is a folder: what others drop there comes in, and is put away. */
@OnServers
class FolderTest {
    private static final Path ROOT =
            ConfigProvider.getConfig().getValue("galley.folders.root", Path.class);

    private final Api admin = Api.as("admin", "ada");
    private final String name = "agency/" + UUID.randomUUID();
    private final Path folder = ROOT.resolve(name);
    private String source;

    @BeforeEach
    void register() throws IOException {
        Files.createDirectories(folder);
        source = register("folder:" + name).expect(201).json().path("id").asText();
    }

    private Api.Answer register(String address) {
        return admin.post(
                "/v1/sources",
                "{\"name\": \"An agency\", \"url\": \"%s\", \"pollEvery\": \"P1D\"}"
                        .formatted(address));
    }

    /** As it lies there some time after it was written. */
    private void drop(String file, String text) throws IOException {
        var path = Files.writeString(folder.resolve(file), text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    }

    private List<String> files(String where) throws IOException {
        if (!Files.exists(folder.resolve(where))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(where))) {
            return files.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void filesOfAnyFormatComeInAndArePutAway() throws IOException {
        drop("a.xml", Rss.feed(Rss.item("1", "One", "The first."), Rss.item("2", "Two", "2nd.")));
        drop("b.md", "# Three\n\nThe third.");
        drop("c.txt", "Four\n\nThe fourth.");
        assertThat(admin.fetch(source))
                .isEqualTo(
                        "{\"seen\":4,\"new\":4,\"updated\":0,\"unchanged\":0,\"quarantined\":0}");
        assertThat(files("")).isEmpty();
        assertThat(files("done")).containsExactly("a.xml", "b.md", "c.txt");
        assertThat(admin.get("/v1/sources/" + source).json().at("/health/lastSuccessAt").isNull())
                .isFalse();
    }

    @Test
    void whatCantBeReadIsPutAsideWithTheReasonAndStopsNothing() throws IOException {
        drop("a.bin", "\u0000\u0001\u0002");
        drop("b.md", "# Three\n\nThe third.");
        assertThat(admin.fetch(source)).contains("\"new\":1").contains("\"quarantined\":1");
        assertThat(files("failed")).containsExactly("a.bin", "a.bin.reason.txt");
        assertThat(Files.readString(folder.resolve("failed/a.bin.reason.txt"))).isNotBlank();
        assertThat(files("done")).containsExactly("b.md");
        assertThat(admin.all("/v1/quarantine", "source=" + source)).hasSize(1);
    }

    @Test
    void theSameFileAgainIsNothingNewAndReplacesNoOther() throws IOException {
        drop("a.md", "# One\n\nThe first.");
        admin.fetch(source);
        drop("a.md", "# One\n\nThe first.");
        assertThat(admin.fetch(source)).contains("\"unchanged\":1");
        assertThat(files("done")).hasSize(2);
    }

    @Test
    void whatIsNotFinishedStays() throws IOException {
        Files.writeString(folder.resolve("new.md"), "# Being written");
        drop("a.md.part", "# Half");
        drop(".hidden.md", "# Hidden");
        Files.createSymbolicLink(folder.resolve("link.md"), Path.of("/etc/hostname"));
        assertThat(admin.fetch(source)).contains("\"seen\":0");
        assertThat(files("")).contains("new.md", "a.md.part", ".hidden.md", "link.md");
    }

    @Test
    void whatIsTooLargeIsPutAside() throws IOException {
        drop("large.md", "# Large\n\n" + "x".repeat(200_000));
        admin.fetch(source);
        assertThat(files("failed")).containsExactly("large.md", "large.md.reason.txt");
    }

    @Test
    void aFolderThatIsGoneIsAFailure() throws IOException {
        Files.delete(folder);
        admin.post("/v1/sources/" + source + "/fetch", null).problem(502, "fetch-unreachable");
    }

    @Test
    void aLinkLeadsNowhere() throws IOException {
        Files.createSymbolicLink(ROOT.resolve("link-" + source), Path.of("/etc"));
        var linked = register("folder:link-" + source).expect(201).json().path("id").asText();
        admin.post("/v1/sources/" + linked + "/fetch", null).problem(502, "fetch-unreachable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folder:",
                "folder:..",
                "folder:a/../b",
                "folder:/etc",
                "folder:.ssh",
                "FOLDER:a//b"
            })
    void whatLeadsOutsideIsRefused(String address) {
        assertThat(register(address).wrongFields()).containsExactly("url");
    }
}
