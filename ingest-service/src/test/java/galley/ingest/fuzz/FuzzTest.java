package galley.ingest.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import galley.ingest.format.FormatReader;

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

    /** Far more than any takes, also where other work has the processors. */
    private static final int SECONDS_FOR_ONE_INPUT = 30;

    private static final Path FINDINGS = Path.of("target/fuzz");
    private static final List<Path> SEEDS =
            List.of(
                    Path.of("src/test/resources/samples"),
                    Path.of("src/test/resources/galley/ingest/wire"));

    private static final Pattern UNUSED =
            Pattern.compile(
                    ".*/[^/]*(junit|testcontainers|archunit|quarkus|hibernate|vertx|netty|kafka)[^/]*");

    /** Every reader by its format's name, and the others; with what the target is to be told. */
    private static final Map<String, String> TARGETS = targetsByName();

    static Set<String> targets() {
        return TARGETS.keySet();
    }

    private static Map<String, String> targetsByName() {
        var targets = new TreeMap<String, String>();
        FuzzTarget.OTHERS.keySet().forEach(name -> targets.put(name, name));
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("galley.ingest")
                        .stream()
                        .filter(
                                type ->
                                        type.isAssignableTo(FormatReader.class)
                                                && !type.isInterface())
                        .forEach(
                                type ->
                                        targets.put(
                                                FuzzTarget.made(type.reflect()).format(),
                                                type.getName()));
        return targets;
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
        command.add(classPath());
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + FuzzTarget.class.getName());
        command.add("--target_args=" + TARGETS.get(target));
        command.add("--instrumentation_includes=galley.**:org.jsoup.**");
        command.add("-max_total_time=" + System.getProperty("galley.fuzz.seconds", "8"));
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

    /** Without what no target uses: Jazzer looks through every class of the path as it starts. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !UNUSED.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String tail(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
