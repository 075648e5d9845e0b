package galley.ingest.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for bytes that a parser or the sanitizer fails on, guided by the code that they reach: a
 * few seconds for each target, or as long as {@code ./galley fuzz} is told. A finding is left in
 * {@code target/fuzz}, and the bytes that reach the most are kept there for the next time.
 *
 * <p>Each target runs with a heap of {@value #HEAP_MIB} MiB, so that what needs more for so small
 * an input is found as well.
 */
class FuzzTest {
    private static final int HEAP_MIB = 512;
    private static final int SECONDS_FOR_ONE_INPUT = 10;
    private static final Path FINDINGS = Path.of("target/fuzz");
    private static final List<Path> SEEDS =
            List.of(
                    Path.of("src/test/resources/samples"),
                    Path.of("src/test/resources/galley/ingest/wire"));

    static Set<String> targets() {
        return FuzzTarget.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingBreaks(String target) throws Exception {
        var only = System.getProperty("galley.fuzz.target", "");
        Assumptions.assumeTrue(only.isEmpty() || only.equals(target));
        var log = FINDINGS.resolve(target + ".log");
        int status = fuzz(target, log);
        assertThat(status).as("see %s:%n%s", log, tail(log)).isZero();
    }

    private static int fuzz(String target, Path log) throws IOException, InterruptedException {
        var corpus = Files.createDirectories(FINDINGS.resolve("corpus").resolve(target));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + HEAP_MIB + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + FuzzTarget.class.getName());
        command.add("--target_args=" + target);
        command.add("--instrumentation_includes=galley.**:org.jsoup.**");
        command.add("-max_total_time=" + System.getProperty("galley.fuzz.seconds", "3"));
        command.add("-timeout=" + SECONDS_FOR_ONE_INPUT);
        command.add("-rss_limit_mb=0"); // the heap has its own
        command.add("-max_len=65536");
        command.add("-artifact_prefix=" + FINDINGS + "/" + target + "-");
        command.add("--reproducer_path=" + FINDINGS);
        command.add(corpus.toString());
        SEEDS.forEach(seeds -> command.add(seeds.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
