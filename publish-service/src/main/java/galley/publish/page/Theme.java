package galley.publish.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import galley.publish.site.SiteConfig;

/**
 * The publication's own look, where it has one: a folder whose files take the place of the built-in
 * ones. It is read at the start and not again, so that all pages of a process agree.
 */
@Singleton
class Theme {
    private static final String TEMPLATES = "templates/page";

    private final Optional<Path> folder;
    private final Map<String, byte[]> templates;
    private final Map<String, byte[]> assets;

    Theme(SiteConfig site) {
        this.folder = site.theme();
        folder.filter(it -> !Files.isDirectory(it))
                .ifPresent(
                        it -> {
                            throw new IllegalStateException(
                                    "galley.site.theme: there is no folder " + it);
                        });
        this.templates = files(TEMPLATES);
        this.assets = files("assets");
    }

    /** A template of its own, by the built-in one's file name, such as {@code article.html}. */
    Optional<String> template(String name) {
        return Optional.ofNullable(templates.get(name)).map(Theme::text);
    }

    /** Its files for pages, by name. */
    Map<String, byte[]> assets() {
        return assets;
    }

    /** Its own words, as the text of a properties file. */
    Optional<String> words() {
        return folder.map(it -> it.resolve("words.properties"))
                .filter(Files::exists)
                .map(Theme::read)
                .map(Theme::text);
    }

    private Map<String, byte[]> files(String name) {
        Map<String, byte[]> files = new TreeMap<>();
        var place = folder.map(it -> it.resolve(name)).filter(Files::isDirectory);
        if (place.isPresent()) {
            try (Stream<Path> found = Files.list(place.get())) {
                found.filter(Files::isRegularFile)
                        .forEach(file -> files.put(file.getFileName().toString(), read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
