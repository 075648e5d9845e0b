package galley.editorial.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.editorial.content.PlainText;
import galley.editorial.content.Times;
import galley.events.Kind;
import galley.events.Publication;
import galley.events.WireName;
import galley.events.Workflow;
import galley.kit.json.SoundText;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.operations.staff.Staff;

/** Reads which articles somebody looks for. */
@ApplicationScoped
class FilterReader {
    private static final int LONGEST_WORDS = 1_000;

    /** In whose hands nothing is. */
    private static final String NOBODY = "staff:";

    private final Queries queries;
    private final Staff staff;

    FilterReader(Queries queries, Staff staff) {
        this.queries = queries;
        this.staff = staff;
    }

    /**
     * Reads the parameters.
     *
     * @param me the pseudonym of who looks
     * @throws Problem 400 for a value that a parameter can't have, 422 for more words than can be
     *     looked for
     */
    @Transactional(TxType.MANDATORY)
    Filter read(SearchParameters asked, String me) {
        Conditions conditions = new Conditions();
        List<String> states = nonEmpty(asked.state);
        if (!states.isEmpty()) {
            conditions.add(
                    "workflow",
                    "in (:states)",
                    "states",
                    states.stream()
                            .map(name -> NamedValue.read("state", name, Workflow.class).name())
                            .toList());
        }
        present(asked.publication)
                .map(name -> NamedValue.read("publication", name, Publication.class).name())
                .ifPresent(
                        it -> conditions.add("publication", "= :publication", "publication", it));
        present(asked.desk).ifPresent(it -> conditions.add("desk", "= :desk", "desk", it));
        present(asked.assignee)
                .ifPresent(
                        it ->
                                conditions.add(
                                        "assignee", "= :assignee", "assignee", person(it, me)));
        if (isTrue(asked.unassigned)) {
            conditions.add("assignee", "is null");
        }
        present(asked.source)
                .ifPresent(it -> conditions.add("source", "= :source", "source", source(it)));
        present(asked.priority)
                .ifPresent(
                        it -> conditions.add("priority", "= :priority", "priority", priority(it)));
        present(asked.slug).ifPresent(it -> conditions.add("slug", "= :slug", "slug", it));
        addTimes(conditions, asked);
        return withWords(conditions, asked);
    }

    private static void addTimes(Conditions conditions, SearchParameters asked) {
        addRange(conditions, "created", asked.createdFrom, asked.createdTo, "created_at");
        addRange(conditions, "updated", asked.updatedFrom, asked.updatedTo, "updated_at");
        addRange(conditions, "published", asked.publishedFrom, asked.publishedTo, "published_at");
        addRange(conditions, "due", asked.dueFrom, asked.dueTo, "due_at");
        addRange(
                conditions, "embargoed", asked.embargoedFrom, asked.embargoedTo, "embargoed_until");
    }

    private static void addRange(
            Conditions conditions, String field, String from, String to, String column) {
        addBound(conditions, column, ">=", field + "From", from);
        addBound(conditions, column, "<", field + "To", to);
    }

    private static void addBound(
            Conditions conditions,
            String column,
            String comparison,
            String parameter,
            String value) {
        present(value)
                .ifPresent(
                        it ->
                                conditions.add(
                                        column,
                                        comparison + " :" + parameter,
                                        parameter,
                                        time(parameter, it)));
    }

    private Filter withWords(Conditions conditions, SearchParameters asked) {
        List<String> all = new ArrayList<>();
        marks(asked).forEach(mark -> all.add(Queries.ofMark(mark)));
        Optional<String> looked = present(asked.q);
        if (looked.isPresent() && looked.get().length() > LONGEST_WORDS) {
            throw Problems.unprocessable(
                    "q", "It has at most %,d characters.".formatted(LONGEST_WORDS));
        }
        Optional<String> words =
                looked.flatMap(q -> queries.of(q, present(asked.language).orElse(null)));
        words.ifPresent(query -> all.add(all.isEmpty() ? query : "(" + query + ")"));
        if (!all.isEmpty()) {
            conditions.find(String.join(" & ", all));
        }
        return new Filter(conditions, words.orElse(null), looked.isPresent() && words.isEmpty());
    }

    private static List<String> marks(SearchParameters asked) {
        List<String> marks = new ArrayList<>();
        addMark(marks, "language", asked.language);
        present(asked.kind)
                .map(name -> WireName.of(NamedValue.read("kind", name, Kind.class)))
                .ifPresent(it -> marks.add(Marks.of("kind", it)));
        addMark(marks, "section", asked.section);
        nonEmpty(asked.tag).forEach(tag -> marks.add(Marks.of("tag", tag)));
        addMark(marks, "byline", asked.byline);
        addMark(marks, "subject", asked.subject);
        addMark(marks, "publisher", asked.publisher);
        addMark(marks, "author", asked.author);
        return marks;
    }

    private static void addMark(List<String> marks, String field, String value) {
        present(value).ifPresent(it -> marks.add(Marks.of(field, it)));
    }

    private String person(String assignee, String me) {
        if (assignee.startsWith("staff:")) {
            return assignee;
        }
        return assignee.equals("me") ? me : staff.find(assignee).orElse(NOBODY);
    }

    private static UUID source(String source) {
        try {
            return UUID.fromString(source);
        } catch (IllegalArgumentException e) {
            throw Problems.of(400, "bad-source", "Bad source", "source is the id of a source.");
        }
    }

    private static int priority(String text) {
        if (text.length() != 1 || text.charAt(0) < '1' || text.charAt(0) > '9') {
            throw Problems.of(400, "bad-priority", "Bad priority", "priority is 1 to 9.");
        }
        return text.charAt(0) - '0';
    }

    private static boolean isTrue(String unassigned) {
        return switch (unassigned == null ? "" : unassigned) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw Problems.badRequest("unassigned is true or false.");
        };
    }

    private static Instant time(String parameter, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (Times.isWritable(time)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw Problems.of(
                400,
                "bad-time",
                "Bad time",
                parameter + " is a time as in RFC 3339, such as 2026-05-20T09:30:00Z.");
    }

    private static List<String> nonEmpty(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().map(FilterReader::present).flatMap(Optional::stream).toList();
    }

    private static Optional<String> present(String value) {
        if (value != null && !SoundText.isSound(value)) {
            throw Problems.badRequest("A parameter holds a control character.");
        }
        return Optional.ofNullable(PlainText.orNull(value));
    }
}
