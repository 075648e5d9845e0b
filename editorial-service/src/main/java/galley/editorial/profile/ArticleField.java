package galley.editorial.profile;

import java.util.Collection;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

import galley.events.Article;
import galley.events.Dateline;
import galley.events.Rights;

/** Fields of an article that a profile can ask for. */
public enum ArticleField {
    /** Plain text. */
    @JsonProperty("headline")
    HEADLINE("headline", "a headline"),

    /** Plain text. */
    @JsonProperty("standfirst")
    STANDFIRST("standfirst", "a standfirst"),

    /** Where in the publication it stands. */
    @JsonProperty("section")
    SECTION("section", "a section"),

    /** One or more. */
    @JsonProperty("tags")
    TAGS("tags", "tags"),

    /** One or more. */
    @JsonProperty("bylines")
    BYLINES("bylines", "a byline"),

    /** One or more. */
    @JsonProperty("subjects")
    SUBJECTS("subjects", "subjects"),

    /** A rights statement of the whole. */
    @JsonProperty("rights")
    RIGHTS("rights", "a rights statement"),

    /** BCP 47. */
    @JsonProperty("language")
    LANGUAGE("language", "a language"),

    /** Where a list page stops. */
    @JsonProperty("teaserBreak")
    TEASER_BREAK("teaserBreak", "a teaser break");

    private final String wireName;
    private final String words;

    ArticleField(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    String wireName() {
        return wireName;
    }

    /** What it is, in a sentence. */
    String words() {
        return words;
    }

    /** Whether an article says it. */
    boolean isIn(Article article) {
        return isSaid(
                switch (this) {
                    case HEADLINE -> article.headline();
                    case STANDFIRST -> article.standfirst();
                    case SECTION -> article.section();
                    case TAGS -> article.tags();
                    case BYLINES -> article.bylines();
                    case SUBJECTS -> article.subjects();
                    case RIGHTS -> article.rights();
                    case LANGUAGE -> article.language();
                    case TEASER_BREAK -> article.teaserBreak();
                });
    }

    /**
     * Whether a value says anything: no blank text, no empty list, no statement without a word as
     * some older articles have it.
     */
    static boolean isSaid(Object value) {
        return switch (value) {
            case null -> false;
            case String text -> !text.isBlank();
            case Collection<?> several -> !several.isEmpty();
            case Rights it ->
                    isAnySaid(it.usageTerms(), it.copyrightHolder(), it.copyrightNotice());
            case Dateline it -> isAnySaid(it.place(), it.date(), it.agency(), it.text());
            default -> true;
        };
    }

    private static boolean isAnySaid(Object... values) {
        return Stream.of(values).anyMatch(ArticleField::isSaid);
    }
}
