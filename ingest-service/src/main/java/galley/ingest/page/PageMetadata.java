package galley.ingest.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;

/**
 * What a page says about itself: in JSON-LD (schema.org), in Open Graph's properties, in HTML's own
 * metadata, believed in this order.
 */
final class PageMetadata {
    private final Document page;
    private final URI base;
    private final Optional<JsonLd> article;

    /**
     * Of a page that came from an address.
     *
     * @param base the address
     */
    PageMetadata(Document page, URI base) {
        this.page = page;
        this.base = base;
        this.article = JsonLd.in(page);
    }

    /** Tells a draft all that is known but the text. */
    void tell(ItemDraft draft) {
        draft.headline = escaped(first(said("headline"), meta("og:title"), heading(), title()));
        draft.link = first(link("canonical"), meta("og:url"));
        draft.summary =
                paragraph(first(said("description"), meta("og:description"), meta("description")));
        draft.language = first(said("inLanguage"), lang(), locale());
        draft.firstCreated =
                FeedDate.parse(
                        first(said("datePublished"), meta("article:published_time"), meta("date")));
        draft.versionCreated =
                FeedDate.parse(first(said("dateModified"), meta("article:modified_time")));
        draft.credit =
                article.flatMap(it -> it.names("publisher").stream().findFirst())
                        .orElse(meta("og:site_name"));
        draft.authors.addAll(authors());
        draft.keywords.addAll(keywords());
        picture().ifPresent(draft.media::add);
    }

    /** Whether it says that the text here is not the whole. */
    boolean isPartial() {
        return article.map(JsonLd::isBehindPaywall).orElse(false);
    }

    /** The first heading of the first level, or null. */
    String heading() {
        return textOf(page.selectFirst("h1"));
    }

    private String title() {
        return page.title().isBlank() ? null : page.title();
    }

    private List<String> authors() {
        var named = article.map(it -> it.names("author")).orElse(List.of());
        if (!named.isEmpty()) {
            return named;
        }
        return Stream.of(meta("author"), meta("article:author"))
                .filter(Objects::nonNull)
                .filter(name -> !name.startsWith("http"))
                .limit(1)
                .toList();
    }

    private List<String> keywords() {
        var words = new ArrayList<String>();
        article.map(it -> it.names("keywords")).orElse(List.of()).forEach(words::add);
        if (words.isEmpty()) {
            page.select("meta[property=article:tag]").eachAttr("content").forEach(words::add);
        }
        if (words.isEmpty()) {
            words.add(
                    Objects.requireNonNullElse(first(meta("news_keywords"), meta("keywords")), ""));
        }
        return words.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(PlainText::line)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<ItemMedia> picture() {
        var named = article.map(it -> it.addresses("image")).orElse(List.of());
        var address =
                named.isEmpty()
                        ? first(meta("og:image:secure_url"), meta("og:image"))
                        : named.getFirst();
        try {
            return address == null
                    ? Optional.empty()
                    : Optional.of(picture(WebAddress.resolve(base, address)));
        } catch (RefusedAddress e) {
            return Optional.empty();
        }
    }

    private ItemMedia picture(URI address) {
        var alt = PlainText.lineOrNull(meta("og:image:alt"));
        return new ItemMedia(MediaKind.IMAGE, address.toString(), null, null, alt, null);
    }

    private String said(String field) {
        return article.map(it -> it.text(field)).orElse(null);
    }

    private String meta(String name) {
        var element =
                page.selectFirst("meta[property=\"%1$s\"], meta[name=\"%1$s\"]".formatted(name));
        return element == null || element.attr("content").isBlank()
                ? null
                : element.attr("content");
    }

    private String link(String relation) {
        var element = page.selectFirst("link[rel=" + relation + "]");
        return element == null ? null : element.attr("href");
    }

    private String lang() {
        var html = page.selectFirst("html[lang]");
        return html == null || html.attr("lang").isBlank() ? null : html.attr("lang");
    }

    private String locale() {
        var locale = meta("og:locale");
        return locale == null ? null : locale.replace('_', '-');
    }

    private static String first(String... texts) {
        return Arrays.stream(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String textOf(Element element) {
        return element == null || element.text().isBlank() ? null : element.text();
    }

    private static String escaped(String text) {
        return text == null ? null : PlainText.escape(text);
    }

    private static String paragraph(String text) {
        return text == null ? null : PlainText.toHtml(text);
    }
}
