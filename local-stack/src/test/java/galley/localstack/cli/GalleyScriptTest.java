package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the script does before and around the program: builds, finds itself, reads its words. */
class GalleyScriptTest {
    private static final String STARTED = "java was called with start\n";

    @TempDir private Path root;
    private CheckedOut project;

    @BeforeEach
    void checkOut() throws IOException {
        project = new CheckedOut(root);
    }

    @AfterEach
    void end() throws IOException {
        project.close();
    }

    @Test
    void startBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        assertThat(project.run("start").output())
                .startsWith("Building Galley")
                .contains("building local-stack (1/1)")
                .contains("Built in ")
                .endsWith(STARTED);
        assertThat(project.run("start").output()).isEqualTo(STARTED);
        assertThat(project.builds()).hasSize(1);

        makeNewer("local-stack/src/main/java/Program.java");
        assertThat(project.run("start").output()).startsWith("Building").endsWith(STARTED);
        assertThat(project.builds()).hasSize(2).noneMatch(build -> build.contains("clean"));
    }

    @Test
    void aResourceThatHasGoneLeavesNothingInTheProgram() throws Exception {
        project.run("start");
        Files.delete(root.resolve("local-stack/src/main/resources/first.sql"));
        makeNewer("local-stack/src/main/resources");
        project.run("start");
        assertThat(project.builds()).last().asString().contains("clean package");
    }

    @Test
    void aBuildThatFailsSaysWhyAndStartsNothing() throws Exception {
        project.breakBuild();
        CheckedOut.Outcome outcome = project.run("start");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
                .endsWith(
                        """
                        [ERROR] does not compile
                        galley: the build failed; see .galley/build.log
                        """);
    }

    @Test
    void aBuildThatWasKilledIsWaitedForAndDoneAgainFromScratch() throws Exception {
        project.hold();
        Process killed = project.start(root.resolve("killed.out"));
        await().until(() -> project.builds().size() == 1);
        killed.destroyForcibly().onExit().join();

        Path output = root.resolve("next.out");
        Process next = project.start(output);
        await().until(
                        () ->
                                Files.readString(output)
                                        .equals("Another build runs; waiting for it\n"));
        project.release();
        assertThat(next.waitFor()).isZero();
        assertThat(Files.readString(output)).endsWith(STARTED);
        assertThat(project.builds()).last().asString().contains("clean package");
    }

    @Test
    void aBuildEndsWithTheScript() throws Exception {
        project.hold();
        Process start = project.start(root.resolve("ended.out"));
        await().until(() -> project.builds().size() == 1);
        ProcessHandle maven =
                start.toHandle()
                        .descendants()
                        .filter(GalleyScriptTest::isMaven)
                        .findAny()
                        .orElseThrow();
        start.destroy();
        assertThat(start.waitFor()).isEqualTo(130);
        await().atMost(Duration.ofSeconds(10)).until(() -> !maven.isAlive());
    }

    @Test
    void itKnowsItsProjectFromAnywhereAndThroughLinks() throws Exception {
        project.run("start");
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("one"), project.script());
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("two"), Path.of("one"));
        for (Path script : new Path[] {project.script(), link, linkToLink}) {
            assertThat(project.run(script, elsewhere, "status"))
                    .isEqualTo(new CheckedOut.Outcome(0, "java was called with status\n"));
        }
    }

    @Test
    void theDirectoryForDataMayHaveSpaces() throws Exception {
        assertThat(project.run("start", "--data", "my data").output())
                .endsWith("java was called with start --data my data\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strat", "start --dtaa", "start --data", "start here", "test all"})
    void aSlipIsToldBeforeAnythingIsBuilt(String words) throws Exception {
        CheckedOut.Outcome outcome = project.run(words.split(" "));
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).startsWith("galley: ").contains("Usage: ./galley COMMAND");
        assertThat(project.builds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "status", "logs kafka", "token editor", "events topic"})
    void beforeTheFirstBuildNothingRuns(String words) throws Exception {
        assertThat(project.run(words.split(" ")))
                .isEqualTo(
                        new CheckedOut.Outcome(
                                1,
                                "galley: Galley is not running; ./galley start builds and starts"
                                        + " it\n"));
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("tools/mvn");
    }

    @Test
    void theFirstCommandMayBeTheOneForContainers() throws Exception {
        assertThat(project.run("env").output())
                .startsWith("Building Galley")
                .endsWith("java was called with env\n");
        assertThat(root.resolve(".galley/program/ingest-service/sbom.cdx.json")).exists();
    }

    @Test
    void testsAreOfImagesOfTheSameSourcesWhereAnEngineAnswers() throws Exception {
        project.withEngine();
        assertThat(project.run("test").status()).isZero();
        assertThat(project.builds()).hasSize(2).last().asString().isEqualTo("-B verify");
        assertThat(project.engineCalls()).last().asString().endsWith(".galley/test.env build");
    }

    @Test
    void testsNeedNoImagesWhereContainersAreNotWanted() throws Exception {
        project.withEngine();
        project.set("GALLEY_TEST_SERVERS", "embedded");
        assertThat(project.run("test").status()).isZero();
        assertThat(project.builds()).containsExactly("-B verify");
        assertThat(project.engineCalls()).isEmpty();
    }

    private void makeNewer(String file) throws IOException {
        Files.setLastModifiedTime(
                root.resolve(file), FileTime.from(Instant.now().plus(Duration.ofMinutes(1))));
    }
}
