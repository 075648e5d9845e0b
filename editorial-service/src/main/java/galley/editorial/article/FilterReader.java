package galley.editorial.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import galley.editorial.content.PlainText;
import galley.events.Workflow;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads the query parameters of a list. */
final class FilterReader {
    private FilterReader() {}

    /**
     * Reads the parameters as they came, null or empty where they are absent.
     *
     * @throws Problem 400 for a state that there is not, a source that is no id, and text that is
     *     none
     */
    static ArticleFilter read(
            List<String> states,
            String source,
            String language,
            String desk,
            String assignee,
            String words) {
        return new ArticleFilter(
                states.stream().map(FilterReader::state).toList(),
                id(source),
                text(language),
                text(desk),
                text(assignee),
                text(words));
    }

    private static UUID id(String source) {
        if (source == null || source.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(source);
        } catch (IllegalArgumentException e) {
            throw Problems.of(400, "bad-source", "Bad source", "source is the id of a source.");
        }
    }

    private static String text(String parameter) {
        if (parameter != null && !PlainText.isSound(parameter)) {
            throw Problems.badRequest("A parameter holds a control character.");
        }
        return PlainText.orNull(parameter);
    }

    private static Workflow state(String name) {
        return Arrays.stream(Workflow.values())
                .filter(state -> wireName(state).equals(name))
                .findFirst()
                .orElseThrow(FilterReader::unknownState);
    }

    private static Problem unknownState() {
        String known =
                Arrays.stream(Workflow.values())
                        .map(FilterReader::wireName)
                        .collect(Collectors.joining(", "));
        return Problems.of(400, "bad-state", "Bad state", "state is one of " + known + ".");
    }

    private static String wireName(Workflow state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
