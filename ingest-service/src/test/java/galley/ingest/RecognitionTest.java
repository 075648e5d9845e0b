package galley.ingest;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A document is known by its content, and no two readers claim the same. */
class RecognitionTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final List<FormatReader> READERS =
            new ClassFileImporter()
                            .withImportOption(new ImportOption.DoNotIncludeTests())
                            .importPackages("galley.ingest")
                            .stream()
                            .filter(type -> type.isAssignableTo(FormatReader.class))
                            .map(JavaClass::reflect)
                            .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                            .map(RecognitionTest::reader)
                            .toList();

    @Test
    void everyFormatHasANameOfItsOwn() {
        assertThat(READERS)
                .extracting(FormatReader::format)
                .doesNotHaveDuplicates()
                .contains("atom", "json-feed", "ninjs", "rss", "wordpress", "wxr");
    }

    static List<String> samples() throws IOException {
        try (var own = Files.list(SAMPLES)) {
            return Stream.concat(
                            own.map(path -> path.getFileName().toString()),
                            Stream.of("front-page.rss.xml", "quayside.atom.xml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsClaimedByTheReaderItIsNamedAfter(String name) {
        var document = new RawDocument(Readings.sample(name), null, Readings.ADDRESS);
        var readers = formats(document);
        assertThat(readers).hasSize(1);
        assertThat(name).contains("." + readers.getFirst() + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Harbour opens",
                "<!DOCTYPE html><html><body><rss/></body></html>",
                "{\"error\": \"not found\"}",
                "[1, 2]",
                "{",
                "<opml version='2.0'><body><outline type='rss'/></body></opml>"
            })
    void whatIsOfNoFormatIsClaimedByNone(String text) {
        var document =
                new RawDocument(text.getBytes(UTF_8), "application/rss+xml", Readings.ADDRESS);
        assertThat(formats(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\":"
                        + " [{\"uri\": \"urn:a\", \"headline\": \"A\", \"content_text\": \"b\"}]}",
                "[{\"uri\": \"urn:a\", \"headline\": \"A\", \"title\": {\"rendered\": \"A\"}}]",
                "{\"uri\": \"urn:a\", \"headline\": \"A\", \"items\": [{\"content_text\": \"b\"}]}",
                "<rss xmlns:wp='http://wordpress.org/export/1.2/'"
                        + " xmlns='http://www.w3.org/2005/Atom'><feed/></rss>",
                "<feed><rss/></feed>"
            })
    void whatLooksLikeTwoIsClaimedByOne(String text) {
        var document = new RawDocument(text.getBytes(UTF_8), null, Readings.ADDRESS);
        assertThat(formats(document)).hasSize(1);
    }

    private static List<String> formats(RawDocument document) {
        return READERS.stream()
                .filter(reader -> reader.recognises(document))
                .map(FormatReader::format)
                .toList();
    }

    private static FormatReader reader(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (FormatReader) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
