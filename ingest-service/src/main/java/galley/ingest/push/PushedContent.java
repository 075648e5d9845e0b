package galley.ingest.push;

import java.net.URI;
import java.util.List;

import galley.events.Dateline;
import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.Subject;
import galley.ingest.format.CanonicalAddress;
import galley.ingest.format.ElementLimit;
import galley.ingest.format.Identity;
import galley.ingest.format.Languages;
import galley.ingest.format.PlainText;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Teaser;
import galley.ingest.format.TooManyElementsException;
import galley.ingest.format.WordCount;
import galley.kit.html.SafeHtml;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Makes an item of a pushed article. */
final class PushedContent {
    private final PushedArticle article;

    private PushedContent(PushedArticle article) {
        this.article = article;
    }

    /**
     * Checks an article.
     *
     * @throws Problem 422 that names every error
     */
    static PushedContent of(PushedArticle article) {
        var errors = PushedErrors.in(article);
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return new PushedContent(article);
    }

    /**
     * The article as an item.
     *
     * @throws Problem 422 when a text of it has more elements than any
     */
    ReadItem toItem(String contentHash) {
        ItemContent content;
        try {
            content = content();
        } catch (TooManyElementsException e) {
            throw Problems.unprocessable("", e.getMessage());
        }
        var identity = Identity.of(content.guid(), content.url(), contentHash);
        return new ReadItem(1, identity, contentHash, content);
    }

    private ItemContent content() {
        var url = article.url() == null ? null : address(article.url());
        var base = url == null ? "" : url;
        var body = article.body() == null ? "" : html(article.body(), base);
        var text = SafeHtml.toText(body);
        var authors = lines(article.authors());
        var byline = PlainText.lineOrNull(article.byline());
        return new ItemContent(
                PlainText.nameOrNull(article.guid()),
                PlainText.nameOrNull(article.version()),
                article.type() == null ? "text" : article.type(),
                article.pubStatus() == null ? "usable" : article.pubStatus(),
                article.urgency(),
                article.priority(),
                PlainText.line(article.headline()),
                PlainText.lineOrNull(article.slugline()),
                byline == null && !authors.isEmpty() ? String.join(", ", authors) : byline,
                dateline(article.dateline()),
                Languages.tag(article.language()),
                article.summary() == null ? null : html(article.summary(), base),
                body,
                WordCount.of(text),
                lines(article.keywords()),
                PushedJson.orEmpty(article.subjects()).stream()
                        .map(PushedContent::subject)
                        .toList(),
                authors,
                lines(article.places()),
                article.firstCreated(),
                article.versionCreated(),
                article.embargoedUntil(),
                article.expiresAt(),
                PlainText.lineOrNull(article.editorialNote()),
                PlainText.lineOrNull(article.usageTerms()),
                PlainText.lineOrNull(article.credit()),
                url,
                PushedJson.orEmpty(article.media()).stream().map(PushedContent::medium).toList(),
                article.partial()
                        || (article.body() != null && Teaser.isTeaser(article.body(), text)),
                null,
                List.of());
    }

    private static Dateline dateline(Dateline sent) {
        return sent == null
                ? null
                : new Dateline(
                        PlainText.lineOrNull(sent.place()),
                        sent.date(),
                        PlainText.lineOrNull(sent.agency()),
                        PlainText.lineOrNull(sent.text()));
    }

    private static Subject subject(Subject sent) {
        return new Subject(
                PlainText.nameOrNull(sent.scheme()),
                PlainText.nameOrNull(sent.code()),
                PlainText.lineOrNull(sent.name()));
    }

    private static ItemMedia medium(ItemMedia sent) {
        return new ItemMedia(
                sent.kind(),
                webAddress(sent.url()),
                PlainText.lineOrNull(sent.headline()),
                PlainText.lineOrNull(sent.caption()),
                PlainText.lineOrNull(sent.alt()),
                PlainText.lineOrNull(sent.credit()));
    }

    private static String address(String url) {
        return CanonicalAddress.of(url, URI.create("https://invalid/"));
    }

    private static String webAddress(String url) {
        try {
            return WebAddress.parse(url).toString();
        } catch (RefusedAddress e) {
            throw new IllegalStateException("the address was checked before", e);
        }
    }

    private static String html(String text, String base) {
        var plain = PlainText.withoutStrayCharacters(text);
        return SafeHtml.clean(
                ElementLimit.html(PlainText.isMarkup(plain) ? plain : PlainText.toHtml(plain)),
                base);
    }

    private static List<String> lines(List<String> texts) {
        return PushedJson.orEmpty(texts).stream()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
