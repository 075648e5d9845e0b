package galley.publish.content;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import galley.events.Kind;
import galley.events.WireName;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.edition.ArticleQuery;

/** The query parameters of the list of articles, as they come; empty counts as absent. */
class ListParameters {
    private static final String REMOVED = "removed";

    @QueryParam("section")
    @Parameter(description = "The exact name of a section", example = "Coast")
    String section;

    @QueryParam("tag")
    @Parameter(description = "One tag", example = "ferries")
    String tag;

    @QueryParam("source")
    @Parameter(description = "Id or name of a source, or a publisher of what is reprinted")
    String source;

    @QueryParam("subject")
    @Parameter(
            description = "Code or name of a subject, as articles carry it",
            example = "20000776")
    String subject;

    @QueryParam("language")
    @Parameter(description = "A language range: `en` also finds `en-GB`", example = "en")
    String language;

    @QueryParam("kind")
    @Parameter(
            description = "reprint, round-up, original, report, interview, statement or video",
            example = "interview")
    String kind;

    @QueryParam("from")
    @Parameter(
            description = "Articles that were published at this time (RFC 3339) or later",
            example = "2026-05-01T00:00:00Z")
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Articles that were published before this time (RFC 3339)",
            example = "2026-06-01T00:00:00Z")
    String to;

    @QueryParam("q")
    @Parameter(
            description =
                    "Words in any of their forms, in the headline or the text. Quotation marks make"
                            + " a phrase, a minus sign excludes, `OR` leaves a choice, `harb*`"
                            + " finds beginnings. Those with the words in the headline come first,"
                            + " then the others, the latest first in each",
            example = "\"night ferry\" harb* -strike")
    String q;

    @QueryParam("since")
    @Parameter(
            description =
                    "Articles that changed at this time (RFC 3339) or later, in the order in which"
                            + " they changed",
            example = "2026-05-20T10:00:00Z")
    String since;

    @QueryParam("include")
    @Parameter(
            description =
                    "With `since`: `removed` also tells what readers had and do not get any more,"
                            + " each as an item whose `publication` is `killed` or `withheld`. The"
                            + " filters do not narrow these",
            example = REMOVED)
    String include;

    @QueryParam("fields")
    @Parameter(
            description = "Only these members of each article, separated by commas",
            example = "id,headline,url")
    String fields;

    @QueryParam("limit")
    @Parameter(description = "How many at most, 1 to 100; 50 unless set", example = "20")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The `next` of the page before")
    String cursor;

    /** The query that they ask for, from its start. */
    ArticleQuery query() {
        var changedSince = time("since", since);
        return ArticleQuery.ALL
                .section(present(section))
                .tag(present(tag))
                .source(present(source))
                .language(present(language))
                .subject(present(subject))
                .kind(kind())
                .from(time("from", from))
                .to(time("to", to))
                .words(present(q))
                .since(changedSince, removed(changedSince));
    }

    private String kind() {
        if (present(kind) == null) {
            return null;
        }
        var kinds = Arrays.stream(Kind.values()).map(WireName::of).toList();
        if (!kinds.contains(kind)) {
            throw bad(
                    "kind",
                    kinds.stream().collect(Collectors.joining(", ", "kind is one of ", ".")));
        }
        return kind;
    }

    private boolean removed(Instant changedSince) {
        if (present(include) == null) {
            return false;
        }
        if (!include.equals(REMOVED) || changedSince == null) {
            throw bad("include", "include is removed, and goes with since.");
        }
        return true;
    }

    private static Instant time(String name, String text) {
        try {
            return present(text) == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw bad(
                    name, name + " is a time as RFC 3339 writes it, such as 2026-05-20T10:00:00Z.");
        }
    }

    private static Problem bad(String name, String detail) {
        return Problems.of(400, "bad-" + name, "Bad " + name, detail);
    }

    private static String present(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
