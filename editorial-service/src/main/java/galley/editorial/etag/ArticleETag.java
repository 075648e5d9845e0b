package galley.editorial.etag;

import java.util.regex.Pattern;

import galley.events.Article;
import galley.events.Proposal;
import galley.kit.etag.ETag;

/**
 * The ETag of an article: its revision, and behind that the source's cancel that waits beside it. A
 * cancel makes no revision, yet who read the article without it has not read what it is now. What
 * is decided is decided on a revision, whatever waits beside it.
 */
public final class ArticleETag {
    private static final Pattern CANCEL = Pattern.compile("cancel-[0-9]+");
    private static final Pattern BEHIND_THE_REVISION = Pattern.compile("-" + CANCEL + "(?=\")");

    private ArticleETag() {}

    /** The article's as it is answered. */
    public static ETag of(Article article) {
        String revision = Long.toString(article.revision());
        return article.proposals().stream()
                .map(Proposal::id)
                .filter(id -> CANCEL.matcher(id).matches())
                .findFirst()
                .map(cancel -> new ETag(revision + "-" + cancel))
                .orElse(ETag.of(article.revision()));
    }

    /**
     * What an {@code If-Match} says of revisions alone.
     *
     * @param ifMatch the header as it came, or null
     * @return null for null
     */
    public static String ofRevisions(String ifMatch) {
        return ifMatch == null ? null : BEHIND_THE_REVISION.matcher(ifMatch).replaceAll("");
    }
}
