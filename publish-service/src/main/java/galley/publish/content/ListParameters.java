package galley.publish.content;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import galley.kit.paging.Cursor;
import galley.kit.problem.Problems;
import galley.publish.edition.ArticleQuery;

/** The query parameters of the list of articles, as they come; empty counts as absent. */
class ListParameters {
    @QueryParam("section")
    @Parameter(description = "The exact name of a section")
    String section;

    @QueryParam("tag")
    @Parameter(description = "One tag")
    String tag;

    @QueryParam("source")
    @Parameter(description = "Id or name of a source, or a publisher of what is reprinted")
    String source;

    @QueryParam("language")
    @Parameter(description = "A language range: `en` also finds `en-GB`", example = "en")
    String language;

    @QueryParam("since")
    @Parameter(
            description = "Articles that changed at this time (RFC 3339) or later",
            example = "2026-05-20T10:00:00Z")
    String since;

    @QueryParam("limit")
    @Parameter(description = "How many at most, 1 to 100")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before")
    String cursor;

    /** The query that they ask for, from a place on. */
    ArticleQuery query(Cursor after) {
        return new ArticleQuery(
                present(section),
                present(tag),
                present(source),
                present(language),
                null,
                time(),
                after);
    }

    private Instant time() {
        try {
            return present(since) == null ? null : OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeParseException e) {
            throw Problems.of(
                    400,
                    "bad-since",
                    "Bad since",
                    "since is a time as RFC 3339 writes it, such as 2026-05-20T10:00:00Z.");
        }
    }

    private static String present(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
