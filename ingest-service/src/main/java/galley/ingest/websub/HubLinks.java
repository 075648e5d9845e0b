package galley.ingest.websub;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

import galley.ingest.format.RawDocument;
import galley.ingest.json.JsonTree;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.Fetched;
import galley.kit.http.WebAddress;

/**
 * Finds the hub and the topic that an answer names: in its Link fields (RFC 8288), else in an XML
 * feed's or a page's links, else in a JSON Feed.
 */
public final class HubLinks {
    /** Links stand at a document's beginning. */
    private static final int BEGINNING = 64 * 1024;

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern RELATION =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,]+))");

    private HubLinks() {}

    /** A link with its relations. */
    private record Link(String relations, String address) {
        boolean is(String relation) {
            return List.of(relations.toLowerCase(Locale.ROOT).split("\\s+", -1)).contains(relation);
        }
    }

    /**
     * The hub of an answer; empty where it names none.
     *
     * @param answer what came, whose address is the topic where the document names no other
     */
    public static Optional<Hub> in(Fetched answer, RawDocument document) {
        var links = new ArrayList<Link>();
        answer.header("Link").ifPresent(field -> links.addAll(inField(field)));
        if (links.stream().noneMatch(link -> link.is("hub"))) {
            links.addAll(inDocument(document));
        }
        var topic = address(links, "self", answer.address()).orElse(answer.address());
        return address(links, "hub", answer.address()).map(hub -> new Hub(hub, topic));
    }

    private static Optional<URI> address(List<Link> links, String relation, URI base) {
        for (var link : links) {
            if (link.is(relation)) {
                try {
                    return Optional.of(WebAddress.resolve(base, link.address()));
                } catch (RefusedAddress e) {
                    // the next one, perhaps
                }
            }
        }
        return Optional.empty();
    }

    private static List<Link> inField(String field) {
        var links = new ArrayList<Link>();
        var matcher = LINK.matcher(field);
        while (matcher.find()) {
            var relation = RELATION.matcher(matcher.group(2));
            if (relation.find()) {
                var quoted = relation.group(1);
                links.add(new Link(quoted == null ? relation.group(2) : quoted, matcher.group(1)));
            }
        }
        return links;
    }

    private static List<Link> inDocument(RawDocument document) {
        var feed = JsonTree.of(document);
        if (feed.isPresent()) {
            return inJsonFeed(feed.get().root());
        }
        return Jsoup.parse(document.beginning(BEGINNING), Parser.xmlParser())
                .select("link[rel][href], *|link[rel][href]")
                .stream()
                .map(link -> new Link(link.attr("rel"), link.attr("href")))
                .toList();
    }

    private static List<Link> inJsonFeed(JsonNode feed) {
        var links = new ArrayList<Link>();
        for (var hub : feed.path("hubs")) {
            if (hub.path("type").asText().equalsIgnoreCase("WebSub")) {
                links.add(new Link("hub", hub.path("url").asText()));
            }
        }
        if (feed.path("feed_url").isTextual()) {
            links.add(new Link("self", feed.path("feed_url").asText()));
        }
        return links;
    }
}
