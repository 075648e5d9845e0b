package galley.publish.feed;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.Part;
import galley.events.Rights;

/**
 * Whether the usage terms of an article, or of anything reprinted in it, have the words "teaser
 * only": its text may then be read on this site alone, and feeds carry its beginning.
 */
final class TeaserOnly {
    private static final Pattern WORDS = Pattern.compile("(?i)\\bteaser[\\s-]+only\\b");

    private TeaserOnly() {}

    static boolean isAsked(Article article) {
        return Stream.concat(
                        Stream.ofNullable(article.rights()),
                        article.parts().stream().map(TeaserOnly::ofReprint))
                .filter(Objects::nonNull)
                .map(Rights::usageTerms)
                .filter(Objects::nonNull)
                .anyMatch(terms -> WORDS.matcher(terms).find());
    }

    private static Rights ofReprint(Part part) {
        return part instanceof Part.Reprint reprint ? reprint.rights() : null;
    }
}
