package galley.ingest.page;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import galley.ingest.format.RawDocument;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/** The feeds that a web page names (HTML's link type {@code alternate}). */
public final class FeedLinks {
    private static final int MAX_LINKS = 5;

    /** In characters; the links stand in a page's head. */
    private static final int BEGINNING = 200_000;

    private static final Set<String> FEEDS =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/rdf+xml",
                    "application/feed+json",
                    "application/json",
                    "text/xml",
                    "application/xml");

    private FeedLinks() {}

    /** The first few feeds of a page, in its order, which is its makers' preference. */
    public static List<URI> in(RawDocument document) {
        return Jsoup.parse(document.beginning(BEGINNING))
                .select("link[rel~=(?i)\\balternate\\b][href]")
                .stream()
                .filter(link -> FEEDS.contains(link.attr("type").strip().toLowerCase(Locale.ROOT)))
                .flatMap(link -> address(link, document.address()))
                .distinct()
                .limit(MAX_LINKS)
                .toList();
    }

    private static Stream<URI> address(Element link, URI base) {
        try {
            return Stream.of(WebAddress.resolve(base, link.attr("href")));
        } catch (RefusedAddress e) {
            return Stream.empty();
        }
    }
}
