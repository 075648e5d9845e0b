package galley.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/operations.md names every setting that there is, with its default, and no other. */
class OperationsGuideTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of(
                    "messaging",
                    "service-kit",
                    "operations",
                    "ingest-service",
                    "editorial-service",
                    "publish-service");
    private static final DotName MAPPING = DotName.createSimple("io.smallrye.config.ConfigMapping");
    private static final DotName DEFAULT = DotName.createSimple("io.smallrye.config.WithDefault");

    private static String guide;
    private static String composeFiles;

    @BeforeAll
    static void read() throws IOException {
        guide = Files.readString(ROOT.resolve("docs/operations.md"));
        composeFiles =
                Files.readString(ROOT.resolve("docker-compose.yml"))
                        + Files.readString(ROOT.resolve("docker-compose.cluster.yml"));
    }

    @Test
    void hasEverySettingOfTheServicesWithItsDefault() throws IOException {
        Map<String, String> told = new TreeMap<>();
        Pattern.compile("\\| `(galley\\.[^`]+)` \\| `?([^`|]+?)`? \\|")
                .matcher(guide)
                .results()
                .forEach(row -> told.put(row.group(1), row.group(2)));
        assertThat(told).containsExactlyInAnyOrderEntriesOf(settings());
    }

    @Test
    void hasEveryVariableOfTheComposeFiles() {
        var told = found("\\| `(GALLEY_\\w+)` \\|", guide);
        told.remove("GALLEY_TOKEN_KEY"); // for the script only
        assertThat(told).isEqualTo(found("\\$\\{(GALLEY_\\w+)", composeFiles));
    }

    @Test
    void theComposeFilesSetWhatTheServicesKnow() throws IOException {
        var known =
                settings().keySet().stream()
                        .map(setting -> setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                        .toList();
        assertThat(found("\n +(GALLEY_\\w+):", composeFiles)).isNotEmpty().isSubsetOf(known);
    }

    /** Names and defaults of what the config mappings and the services' own files define. */
    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (String module : MODULES) {
            settings.putAll(properties(module));
            mappings(module).forEach(settings::putIfAbsent);
        }
        return settings;
    }

    private static Map<String, String> properties(String module) throws IOException {
        var file = ROOT.resolve(module).resolve("src/main/resources/application.properties");
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("galley."))
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static Map<String, String> mappings(String module) throws IOException {
        var indexer = new Indexer();
        try (var classes = Files.walk(ROOT.resolve(module).resolve("target/classes"))) {
            for (Path file : classes.filter(f -> f.toString().endsWith(".class")).toList()) {
                try (var content = Files.newInputStream(file)) {
                    indexer.index(content);
                }
            }
        }
        Map<String, String> settings = new HashMap<>();
        for (AnnotationInstance mapping : indexer.complete().getAnnotations(MAPPING)) {
            if (mapping.target().kind() == AnnotationTarget.Kind.CLASS) {
                String prefix = mapping.value("prefix").asString();
                for (MethodInfo method : mapping.target().asClass().methods()) {
                    settings.put(prefix + "." + kebab(method.name()), defaultOf(method));
                }
            }
        }
        return settings;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String defaultOf(MethodInfo method) {
        var set = method.annotation(DEFAULT);
        return set == null ? "none" : set.value().asString();
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
