package galley.ingest.push;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.ingest.format.CanonicalAddress;
import galley.ingest.format.Identity;
import galley.ingest.format.Languages;
import galley.ingest.format.PlainText;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Teaser;
import galley.ingest.format.WordCount;
import galley.kit.html.SafeHtml;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Makes an item of a pushed article, and collects all that is wrong with it. */
final class PushedContent {
    private static final Set<String> TYPES =
            Set.of("text", "picture", "video", "audio", "composite");
    private static final Set<String> STATUSES = Set.of("usable", "withheld", "canceled");

    private final PushedArticle article;
    private final List<FieldError> errors = new ArrayList<>();

    private PushedContent(PushedArticle article) {
        this.article = article;
    }

    /**
     * Checks an article.
     *
     * @throws Problem 422 that names every error
     */
    static PushedContent of(PushedArticle article) {
        var content = new PushedContent(article);
        content.check();
        if (!content.errors.isEmpty()) {
            throw Problems.unprocessable(content.errors);
        }
        return content;
    }

    ReadItem toItem(String contentHash) {
        var content = content();
        var identity = Identity.of(content.guid(), content.url(), contentHash);
        return new ReadItem(1, identity, contentHash, content);
    }

    private void check() {
        if (isBlank(article.headline()) && isBlank(article.body())) {
            wrong("headline", "An article has a headline or a body.");
        }
        if (article.type() != null && !TYPES.contains(article.type())) {
            wrong("type", "The types are text, picture, video, audio and composite.");
        }
        if (article.pubStatus() != null && !STATUSES.contains(article.pubStatus())) {
            wrong("pubStatus", "The statuses are usable, withheld and canceled.");
        }
        if (article.urgency() != null && (article.urgency() < 1 || article.urgency() > 9)) {
            wrong("urgency", "Urgency is a number from 1 to 9.");
        }
        if (article.language() != null && Languages.tag(article.language()) == null) {
            wrong("language", "A language is a tag such as en-GB.");
        }
        checkAddress("url", article.url());
        var media = PushedJson.orEmpty(article.media());
        for (int i = 0; i < media.size(); i++) {
            checkMedium("media[" + i + "]", media.get(i));
        }
    }

    private void checkMedium(String field, ItemMedia medium) {
        if (medium.kind() == null) {
            wrong(field + ".kind", "The kinds are image, video, audio and document.");
        }
        if (medium.url() == null) {
            wrong(field + ".url", "A medium has an address.");
        }
        checkAddress(field + ".url", medium.url());
    }

    private void checkAddress(String field, String address) {
        try {
            if (address != null) {
                WebAddress.parse(address);
            }
        } catch (RefusedAddress e) {
            wrong(field, e.getMessage());
        }
    }

    private ItemContent content() {
        var url = article.url() == null ? null : address(article.url());
        var base = url == null ? "" : url;
        var body = article.body() == null ? "" : html(article.body(), base);
        var authors = lines(article.authors());
        var byline = PlainText.lineOrNull(article.byline());
        return new ItemContent(
                PlainText.lineOrNull(article.guid()),
                PlainText.lineOrNull(article.version()),
                article.type() == null ? "text" : article.type(),
                article.pubStatus() == null ? "usable" : article.pubStatus(),
                article.urgency(),
                article.priority(),
                PlainText.line(article.headline()),
                PlainText.lineOrNull(article.slugline()),
                byline == null && !authors.isEmpty() ? String.join(", ", authors) : byline,
                article.dateline(),
                Languages.tag(article.language()),
                article.summary() == null ? null : html(article.summary(), base),
                body,
                WordCount.of(body),
                lines(article.keywords()),
                PushedJson.orEmpty(article.subjects()),
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
                PushedJson.orEmpty(article.media()),
                article.partial() || Teaser.isTeaser(body),
                null,
                List.of());
    }

    private static String address(String url) {
        return CanonicalAddress.of(url, URI.create("https://invalid/"));
    }

    private static String html(String text, String base) {
        var plain = PlainText.withoutStrayCharacters(text);
        return SafeHtml.clean(PlainText.isMarkup(plain) ? plain : PlainText.toHtml(plain), base);
    }

    private static List<String> lines(List<String> texts) {
        return PushedJson.orEmpty(texts).stream()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
