package galley.publish.feed;

import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** What the standards of feeds ask for, each rule as an assertion. */
final class FeedRules {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";
    private static final String LANGUAGE = "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*";

    private FeedRules() {}

    /** RSS 2.0 with the best practices profile of the RSS Advisory Board. */
    static void rss(byte[] document, String address) {
        var root = ReadXml.root(document);
        assertThat(root.getTagName()).isEqualTo("rss");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        assertThat(ReadXml.children(root)).hasSize(1);
        var channel = ReadXml.children(root, "", "channel").getFirst();
        assertThat(ReadXml.text(channel, "", "title")).isNotBlank();
        assertThat(ReadXml.text(channel, "", "description")).isNotBlank();
        assertAbsolute(ReadXml.text(channel, "", "link"));
        assertThat(ReadXml.text(channel, "", "language")).matches(LANGUAGE);
        rfc822(ReadXml.text(channel, "", "lastBuildDate"));
        assertThat(linksOf(channel, "self")).containsExactly(address);
        assertThat(linksOf(channel, "hub")).hasSize(1);
        for (var child : ReadXml.children(channel)) {
            assertKnown(
                    child,
                    Set.of("title", "link", "description", "language", "lastBuildDate", "item"));
        }
        Set<String> ids = new HashSet<>();
        for (var item : ReadXml.children(channel, "", "item")) {
            item(item);
            assertThat(ids.add(ReadXml.text(item, "", "guid"))).isTrue();
        }
    }

    private static void item(Element item) {
        assertThat(ReadXml.text(item, "", "title")).isNotBlank();
        assertAbsolute(ReadXml.text(item, "", "link"));
        assertThat(ReadXml.text(item, "", "guid")).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(ReadXml.children(item, "", "guid").getFirst().getAttribute("isPermaLink"))
                .isEqualTo("false");
        rfc822(ReadXml.text(item, "", "pubDate"));
        rfc3339(ReadXml.text(item, ATOM, "updated"));
        assertHtml(ReadXml.text(item, "", "description"));
        ReadXml.children(item, CONTENT, "encoded").forEach(it -> assertHtml(it.getTextContent()));
        assertThat(ReadXml.children(item, CONTENT, "encoded")).hasSizeLessThan(2);
        for (var creator : ReadXml.children(item, DC, "creator")) {
            assertThat(creator.getTextContent()).isNotBlank();
        }
        var enclosures = ReadXml.children(item, "", "enclosure");
        assertThat(enclosures).hasSizeLessThan(2);
        for (var enclosure : enclosures) {
            assertAbsolute(enclosure.getAttribute("url"));
            assertThat(enclosure.getAttribute("length")).matches("[1-9]\\d*");
            assertThat(enclosure.getAttribute("type")).matches("image/\\w+");
        }
        for (var media : ReadXml.children(item, MEDIA, "content")) {
            assertAbsolute(media.getAttribute("url"));
            assertThat(media.getAttribute("medium")).isEqualTo("image");
            assertThat(media.getAttribute("width")).matches("[1-9]\\d*");
            assertThat(media.getAttribute("height")).matches("[1-9]\\d*");
        }
        for (var child : ReadXml.children(item)) {
            assertKnown(
                    child,
                    Set.of(
                            "title",
                            "link",
                            "guid",
                            "pubDate",
                            "description",
                            "category",
                            "enclosure"));
        }
    }

    /** Without a namespace there is only what the specification names. */
    private static void assertKnown(Element element, Set<String> names) {
        if (ReadXml.namespaceOf(element).isEmpty()) {
            assertThat(names).contains(element.getLocalName());
        }
    }

    private static void rfc822(String date) {
        var time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(date).endsWith(" GMT").startsWith(weekday(time) + ", ");
    }

    private static String weekday(ZonedDateTime time) {
        var name = time.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    }

    /** RFC 4287, and RFC 6721 for what was deleted. */
    static void atom(byte[] document, String address) {
        var feed = ReadXml.root(document);
        assertThat(ReadXml.namespaceOf(feed)).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertAbsolute(ReadXml.text(feed, ATOM, "id"));
        assertThat(ReadXml.text(feed, ATOM, "title")).isNotBlank();
        rfc3339(ReadXml.text(feed, ATOM, "updated"));
        assertThat(linksOf(feed, "self")).containsExactly(address);
        assertThat(linksOf(feed, "alternate")).hasSize(1);
        assertThat(linksOf(feed, "hub")).hasSize(1);
        // section 4.1.1: an author of the feed, or one of every entry
        assertThat(ReadXml.children(feed, ATOM, "author")).isNotEmpty();
        Set<String> ids = new HashSet<>();
        for (var entry : ReadXml.children(feed, ATOM, "entry")) {
            entry(entry);
            assertThat(ids.add(ReadXml.text(entry, ATOM, "id"))).isTrue();
        }
        for (var gone : ReadXml.children(feed, TOMBSTONES, "deleted-entry")) {
            assertThat(ids.add(gone.getAttribute("ref"))).isTrue();
            assertThat(gone.getAttribute("ref")).matches("urn:uuid:[0-9a-f-]{36}");
            rfc3339(gone.getAttribute("when"));
        }
        var names = Set.of("id", "title", "subtitle", "updated", "author", "link", "entry");
        for (var child : ReadXml.children(feed)) {
            if (ATOM.equals(child.getNamespaceURI())) {
                assertThat(names).contains(child.getLocalName());
            }
        }
    }

    private static void entry(Element entry) {
        assertThat(ReadXml.text(entry, ATOM, "title")).isNotBlank();
        var updated = rfc3339(ReadXml.text(entry, ATOM, "updated"));
        var published = rfc3339(ReadXml.text(entry, ATOM, "published"));
        assertThat(updated).isAfterOrEqualTo(published);
        // section 4.1.2: one alternate of a type and a language; a must where there is no content
        assertThat(linksOf(entry, "alternate")).hasSize(1);
        linksOf(entry, "alternate").forEach(FeedRules::assertAbsolute);
        linksOf(entry, "enclosure").forEach(FeedRules::assertAbsolute);
        for (var author : ReadXml.children(entry, ATOM, "author")) {
            assertThat(ReadXml.text(author, ATOM, "name")).isNotBlank();
        }
        for (var category : ReadXml.children(entry, ATOM, "category")) {
            assertThat(category.getAttribute("term")).isNotBlank();
        }
        for (String name : List.of("content", "summary", "rights")) {
            assertThat(ReadXml.children(entry, ATOM, name)).as(name).hasSizeLessThan(2);
        }
        for (var text : ReadXml.children(entry, ATOM, "content")) {
            assertThat(text.getAttribute("type")).isEqualTo("html");
            // section 4.1.3.3: type html has no child elements
            assertThat(ReadXml.children(text)).isEmpty();
            assertHtml(text.getTextContent());
        }
        assertThat(
                        ReadXml.children(entry, ATOM, "content").size()
                                + ReadXml.children(entry, ATOM, "summary").size())
                .isPositive();
        assertThat(entry.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang"))
                .matches(LANGUAGE);
    }

    private static OffsetDateTime rfc3339(String time) {
        assertThat(time).endsWith("Z");
        return OffsetDateTime.parse(time);
    }

    /** JSON Feed 1.1. */
    static void json(JsonNode feed, String address) {
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isNotBlank();
        assertAbsolute(feed.path("home_page_url").asText());
        assertThat(feed.path("feed_url").asText()).isEqualTo(address);
        assertThat(feed.path("language").asText()).matches(LANGUAGE);
        assertThat(feed.path("hubs").path(0).path("type").asText()).isEqualTo("WebSub");
        assertThat(feed.path("items").isArray()).isTrue();
        assertMembers(
                feed,
                Set.of(
                        "version",
                        "title",
                        "home_page_url",
                        "feed_url",
                        "description",
                        "language",
                        "hubs",
                        "items"));
        Set<String> ids = new HashSet<>();
        for (var item : feed.path("items")) {
            jsonItem(item);
            assertThat(ids.add(item.path("id").asText())).isTrue();
        }
    }

    private static void jsonItem(JsonNode item) {
        assertThat(item.path("id").isTextual()).isTrue();
        assertAbsolute(item.path("url").asText());
        assertThat(item.path("content_html").isTextual()).isTrue();
        assertHtml(item.path("content_html").asText());
        rfc3339(item.path("date_published").asText());
        rfc3339(item.path("date_modified").asText());
        for (var author : item.path("authors")) {
            assertThat(author.path("name").asText()).isNotBlank();
        }
        for (var tag : item.path("tags")) {
            assertThat(tag.isTextual()).isTrue();
        }
        for (var attachment : item.path("attachments")) {
            assertAbsolute(attachment.path("url").asText());
            assertThat(attachment.path("mime_type").asText()).startsWith("image/");
            assertThat(
                            attachment.path("size_in_bytes").isMissingNode()
                                    || attachment.path("size_in_bytes").isIntegralNumber())
                    .isTrue();
        }
        assertMembers(
                item,
                Set.of(
                        "id",
                        "url",
                        "title",
                        "content_html",
                        "summary",
                        "image",
                        "date_published",
                        "date_modified",
                        "authors",
                        "tags",
                        "language",
                        "attachments"));
    }

    /** Members of one's own begin with an underscore; none is null. */
    private static void assertMembers(JsonNode object, Set<String> names) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            assertThat(member.getKey().startsWith("_") || names.contains(member.getKey()))
                    .as(member.getKey())
                    .isTrue();
            assertThat(member.getValue().isNull()).as(member.getKey()).isFalse();
        }
    }

    /** Nothing that acts, and no address that is not whole. */
    private static void assertHtml(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        assertThat(body.select("script, style, iframe, object, embed, form, base, [style]"))
                .isEmpty();
        for (var element : body.select("*")) {
            for (var attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                if (Set.of("href", "src", "cite").contains(attribute.getKey())) {
                    assertThat(attribute.getValue()).matches("(https?://|mailto:)\\S+");
                }
            }
        }
    }

    private static List<String> linksOf(Element element, String relation) {
        return ReadXml.children(element, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static void assertAbsolute(String address) {
        assertThat(URI.create(address).isAbsolute()).as(address).isTrue();
    }
}
