package galley.ingest.wire;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

import galley.ingest.feed.Markup;
import galley.ingest.format.PlainText;

/** The descriptions of an item of NewsML-G2 by their roles, in the item's language. */
final class G2Descriptions {
    private static final Set<String> SUMMARIES =
            Set.of("", "summary", "abstract", "teaser", "intro", "synopsis");
    private static final Set<String> CAPTIONS = Set.of("caption", "videocaption");
    private static final Set<String> ALTERNATES = Set.of("alttext", "alt", "accessibility");

    private final List<Element> descriptions;

    G2Descriptions(Element item, String language) {
        descriptions = Localized.in(language, XmlPath.all(item, "contentMeta", "description"));
    }

    /** What sums the item up as HTML, or null. */
    String summary() {
        return html(first(SUMMARIES::contains));
    }

    /** What stands under a picture or a video as HTML, or null. */
    String caption() {
        return html(first(CAPTIONS::contains));
    }

    /** What stands for a picture where it can't be seen; or null. */
    String alternateText() {
        return html(first(ALTERNATES::contains));
    }

    /** All that is neither summary nor caption, such as a video's script, as HTML; or null. */
    String others() {
        return html(
                descriptions.stream()
                        .filter(one -> !SUMMARIES.contains(role(one)))
                        .filter(one -> !CAPTIONS.contains(role(one)))
                        .filter(one -> !ALTERNATES.contains(role(one)))
                        .toList());
    }

    private List<Element> first(Predicate<String> isWanted) {
        return descriptions.stream().filter(one -> isWanted.test(role(one))).limit(1).toList();
    }

    private static String role(Element description) {
        return IptcCode.of(description.attr("role"));
    }

    private static String html(List<Element> descriptions) {
        var html =
                descriptions.stream()
                        .map(Markup::of)
                        .filter(text -> !PlainText.line(text).isEmpty())
                        .collect(Collectors.joining("\n"));
        return html.isEmpty() ? null : html;
    }
}
