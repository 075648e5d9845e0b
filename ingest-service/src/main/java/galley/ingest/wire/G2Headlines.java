package galley.ingest.wire;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.feed.Markup;

/**
 * The headlines of an item of NewsML-G2, which may be there several times: in other languages, with
 * a role, or by rank.
 *
 * @param main the headline, else the item's title, possibly with markup; or null
 * @param under the headline that stands under it as HTML, or null
 */
record G2Headlines(String main, String under) {

    static G2Headlines of(Element item, String language) {
        var headlines = Localized.in(language, XmlPath.all(item, "contentMeta", "headline"));
        var titles = Localized.in(language, XmlPath.all(item, "itemMeta", "title"));
        var main =
                Stream.of(headlines.stream().filter(one -> !isUnder(one)), titles.stream())
                        .flatMap(some -> some.sorted(Comparator.comparingInt(G2Headlines::rank)))
                        .map(Markup::of)
                        .findFirst()
                        .orElse(null);
        var under =
                headlines.stream()
                        .filter(G2Headlines::isUnder)
                        .map(Markup::of)
                        .collect(Collectors.joining("\n"));
        return new G2Headlines(main, under.isEmpty() ? null : under);
    }

    private static boolean isUnder(Element headline) {
        return IptcCode.of(headline.attr("role")).startsWith("sub");
    }

    private static int rank(Element headline) {
        var rank = headline.attr("rank").strip();
        return rank.matches("\\d{1,6}") ? Integer.parseInt(rank) : 0;
    }
}
