package galley.ingest.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import galley.events.ItemMedia;
import galley.ingest.format.Languages;
import galley.kit.http.FetchException.RefusedAddress;
import galley.kit.http.WebAddress;
import galley.kit.problem.FieldError;

/** Collects all that is wrong with a pushed article. */
final class PushedErrors {
    private static final Set<String> TYPES =
            Set.of("text", "picture", "video", "audio", "composite");
    private static final Set<String> STATUSES = Set.of("usable", "withheld", "canceled");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final PushedArticle article;
    private final List<FieldError> errors = new ArrayList<>();

    private PushedErrors(PushedArticle article) {
        this.article = article;
    }

    /** The errors; none when the article can be taken in. */
    static List<FieldError> in(PushedArticle article) {
        var found = new PushedErrors(article);
        found.check();
        return found.errors;
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
        checkTime("firstCreated", article.firstCreated());
        checkTime("versionCreated", article.versionCreated());
        checkTime("embargoedUntil", article.embargoedUntil());
        checkTime("expiresAt", article.expiresAt());
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

    /** RFC 3339 has years of four digits. */
    private void checkTime(String field, Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            wrong(field, "A time is of the years 0001 to 9999.");
        }
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

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
