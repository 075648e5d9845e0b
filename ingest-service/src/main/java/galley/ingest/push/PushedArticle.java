package galley.ingest.push;

import java.time.Instant;
import java.util.List;

import galley.events.Dateline;
import galley.events.ItemMedia;
import galley.events.Subject;

/**
 * An article as it is pushed. Headline or body is needed, all else is optional; the names are those
 * of an item's articles.
 *
 * @param guid the sender's own id: a push with the same one is a new version of the same item
 * @param version the sender's own version text
 * @param type {@code text} (the default), {@code picture}, {@code video}, {@code audio} or {@code
 *     composite}
 * @param pubStatus {@code usable} (the default), {@code withheld} or {@code canceled}
 * @param urgency 1 (most urgent) to 9
 * @param headline plain text
 * @param summary HTML or plain text
 * @param body HTML or plain text
 * @param url its public address
 * @param partial whether it is only a teaser
 */
record PushedArticle(
        String guid,
        String version,
        String type,
        String pubStatus,
        Integer urgency,
        Integer priority,
        String headline,
        String slugline,
        String byline,
        Dateline dateline,
        String language,
        String summary,
        String body,
        List<String> keywords,
        List<Subject> subjects,
        List<String> authors,
        List<String> places,
        Instant firstCreated,
        Instant versionCreated,
        Instant embargoedUntil,
        Instant expiresAt,
        String editorialNote,
        String usageTerms,
        String credit,
        String url,
        List<ItemMedia> media,
        boolean partial) {}
