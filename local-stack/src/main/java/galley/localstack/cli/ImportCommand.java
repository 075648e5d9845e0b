package galley.localstack.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Takes a file of many articles in. When it is called again, it goes on with what was sent of the
 * same file, or shows how far it has come in.
 */
@Command(name = "import", description = "Takes in a file of many articles.")
final class ImportCommand implements Callable<Integer> {
    private static final long GLANCE_MILLIS = 1_000;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "NDJSON, or an export of WordPress (WXR)")
    private Path file;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            required = true,
            description = "the id or the name of a source, or the name of a new one that pushes")
    private String source;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "ndjson or wxr; what the file looks like unless given")
    private String format;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (format != null && !format.equals("ndjson") && !format.equals("wxr")) {
            throw new ParameterException(spec.commandLine(), "No such format: " + format);
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandException("There is no file " + file);
        }
        var imports = ImportClient.of(Project.current().reachable(), source);
        var begun = imports.unfinished(file);
        var id =
                begun.isPresent()
                        ? begun.get().path("id").asText()
                        : imports.register(file, format == null ? looksLike(file) : format);
        if (imports.get(id).path("state").asText().equals("uploading")) {
            imports.send(id, file, this::say);
            imports.start(id);
        }
        return follow(imports, id);
    }

    /** Shows how far it has come until it is over. */
    private int follow(ImportClient imports, String id) throws InterruptedException {
        String shown = "";
        while (true) {
            try {
                var now = imports.get(id);
                var line = progress(now);
                if (!line.equals(shown)) {
                    say(line);
                    shown = line;
                }
                if (!now.path("state").asText().equals("running")) {
                    return end(now);
                }
            } catch (IOException e) {
                if (!shown.isEmpty()) {
                    say("The ingest service does not answer; the import goes on when it does");
                    shown = "";
                }
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    private int end(JsonNode over) {
        if (over.path("failed").asLong() > 0) {
            say(
                    "What failed waits in the quarantine. The first: "
                            + over.path("firstFailure").asText());
        }
        if (!over.path("problem").isNull()) {
            say(over.path("problem").asText());
        }
        return over.path("state").asText().equals("done") ? 0 : 1;
    }

    private static String progress(JsonNode now) {
        long size = Math.max(1, now.path("size").asLong());
        boolean searching =
                now.path("format").asText().equals("wxr")
                        && now.path("state").asText().equals("running")
                        && now.path("searched").asLong() < now.path("size").asLong();
        if (searching) {
            return "%3d %%  looking for what posts refer to"
                    .formatted(100 * now.path("searched").asLong() / size);
        }
        return String.format(
                Locale.ROOT,
                "%3d %%  %s: %d new, %d updated, %d unchanged, %d failed; %.0f a second",
                100 * now.path("position").asLong() / size,
                now.path("state").asText(),
                now.path("new").asLong(),
                now.path("updated").asLong(),
                now.path("unchanged").asLong(),
                now.path("failed").asLong(),
                now.path("perSecond").asDouble());
    }

    private static String looksLike(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64), StandardCharsets.ISO_8859_1).contains("<")
                    ? "wxr"
                    : "ndjson";
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
