package galley.editorial.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import galley.editorial.content.Content;
import galley.events.Part;
import galley.kit.html.SafeHtml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every pattern of the sample feed becomes an article with all of its text in its order. */
class SamplesTest {
    private static List<Element> items() {
        try (InputStream feed =
                Objects.requireNonNull(
                        SamplesTest.class.getResourceAsStream("/samples/front-page.rss.xml"))) {
            return Jsoup.parse(feed, "UTF-8", "", Parser.xmlParser()).select("item");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> text(Element item, String name) {
        return item.children().stream()
                .filter(child -> child.nameIs(name))
                .map(Element::wholeText)
                .findFirst();
    }

    /** As ingest hands it over: the whole text, and a summary only where there is one beside it. */
    private static Content article(Element item) {
        String description = text(item, "description").orElseThrow();
        Optional<String> encoded = text(item, "content:encoded");
        String summary = encoded.isPresent() ? SafeHtml.clean(description) : null;
        IngestedItem ingested =
                IngestedItem.harbour()
                        .with("headline", text(item, "title").orElseThrow())
                        .with("body", SafeHtml.clean(encoded.orElse(description)))
                        .with("summary", summary);
        return ItemReading.content(ingested.read());
    }

    @TestFactory
    Stream<DynamicTest> everyItemKeepsItsText() {
        return items().stream()
                .map(
                        item ->
                                dynamicTest(
                                        text(item, "title").orElseThrow(),
                                        () -> {
                                            String whole =
                                                    text(item, "content:encoded")
                                                            .or(() -> text(item, "description"))
                                                            .orElseThrow();
                                            assertThat(textOf(article(item)))
                                                    .isEqualTo(SafeHtml.toText(whole));
                                        }));
    }

    private static String textOf(Content article) {
        return article.parts().stream()
                .map(part -> SafeHtml.toText(((Part.Reprint) part).body()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theSampleHasEveryPattern() {
        assertThat(items()).hasSizeGreaterThanOrEqualTo(10);
    }
}
