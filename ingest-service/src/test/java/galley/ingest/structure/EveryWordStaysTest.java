package galley.ingest.structure;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import galley.ingest.format.Readings;
import galley.kit.html.Blocks;
import galley.kit.html.SafeHtml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of the parts, one after the other, are the text that came in, however wrong the
 * proposals are.
 */
class EveryWordStaysTest {
    @Test
    void inPostsOfAnyShape() {
        var posts = new RandomPost(20_260_520);
        var shapes = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            var post = posts.next();
            var structure = StructureReader.read(post);
            check(post, structure);
            shapes.add(shape(structure));
        }
        // so that it is known to have been tried on more than single parts
        assertThat(shapes).hasSizeGreaterThan(50);
    }

    @Test
    void inThePostsOfAFrontPage() {
        var sample = new String(Readings.sample("front-page.rss.xml"), StandardCharsets.UTF_8);
        var items = Jsoup.parse(sample, "", Parser.xmlParser()).select("item");
        var shapes = new HashSet<String>();
        for (var item : items) {
            var post = post(item);
            var structure = StructureReader.read(post);
            check(post, structure);
            shapes.add(shape(structure));
        }
        assertThat(shapes).hasSizeGreaterThan(3);
    }

    private static Post post(Element item) {
        var text = item.select("content|encoded, description").last().wholeText();
        return new Post(
                item.getElementsByTag("title").text(),
                SafeHtml.clean(text, "https://feed.example/"),
                "en",
                text.contains("more-link"),
                LocalDate.of(2024, 5, 24));
    }

    private static void check(Post post, Structure structure) {
        var blocks = Blocks.of(post.body()).children();
        var parts = structure.parts();
        assertThat(parts.isEmpty() ? 0 : parts.getLast().last() + 1).isEqualTo(blocks.size());
        var together =
                parts.stream()
                        .map(part -> text(blocks.subList(part.first(), part.last() + 1)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n"));
        assertThat(together).as(post.body()).isEqualTo(SafeHtml.toText(post.body()));
        for (var proposal : structure.proposals()) {
            assertThat(proposal.value()).isNotEmpty();
            assertThat(proposal.evidence()).isNotEqualTo("");
            if (proposal.part() != null) {
                assertThat(proposal.part()).isBetween(0, parts.size() - 1);
            }
        }
    }

    private static String text(List<Element> blocks) {
        return SafeHtml.toText(
                blocks.stream().map(Element::outerHtml).collect(Collectors.joining()));
    }

    private static String shape(Structure structure) {
        return structure.parts().stream()
                .map(part -> part.type().wireName())
                .collect(Collectors.joining(" "));
    }
}
