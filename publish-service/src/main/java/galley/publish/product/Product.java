package galley.publish.product;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonInclude;

import galley.publish.announcement.Marks;

/**
 * Which articles somebody gets: those that every list that is there has something of. What is null
 * excludes nothing.
 *
 * <p>The database has the same rule for articles of the edition, as its function {@code
 * in_product}.
 *
 * @param sections exact names
 * @param tags exact names, any of the article's
 * @param sources ids or names of sources, or publishers of what is reprinted
 * @param languages language ranges as RFC 4647 filters by them: {@code en} also means {@code en-GB}
 * @param kinds such as {@code round-up}
 * @param subjects names, codes, or {@code scheme:code}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Product(
        List<String> sections,
        List<String> tags,
        List<String> sources,
        List<String> languages,
        List<String> kinds,
        List<String> subjects) {

    /** Whether an article with these marks is among them. */
    public boolean has(Marks marks) {
        return hasAny(sections, section -> section.equals(marks.section()))
                && hasAny(tags, marks.tags()::contains)
                && hasAny(sources, marks.sources()::contains)
                && hasAny(languages, range -> isIn(marks.language(), range))
                && hasAny(kinds, kind -> kind.equals(marks.kind()))
                && hasAny(subjects, marks.subjects()::contains);
    }

    private static boolean hasAny(List<String> wanted, Predicate<String> ofArticle) {
        return wanted == null || wanted.stream().anyMatch(ofArticle);
    }

    private static boolean isIn(String language, String range) {
        if (language == null) {
            return false;
        }
        String tag = language.toLowerCase(Locale.ROOT);
        String wanted = range.toLowerCase(Locale.ROOT);
        return tag.equals(wanted) || tag.startsWith(wanted + "-");
    }
}
