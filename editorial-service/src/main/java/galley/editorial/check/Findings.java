package galley.editorial.check;

import java.util.List;

/**
 * What checks found in an article.
 *
 * @param items by the checks' names, then in the order of the article
 * @param blocks whether any of them stops a release
 */
public record Findings(List<Finding> items, boolean blocks) {

    /** Copies the list. */
    public Findings {
        items = List.copyOf(items);
    }

    static Findings of(List<Finding> items) {
        return new Findings(items, items.stream().anyMatch(Finding::blocks));
    }
}
