package galley.editorial.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the things that somebody looks for.
 *
 * @param text what is to be found, without the signs about it
 * @param kind how it is meant
 * @param excluded whether articles that have it are not wanted
 * @param alternative whether it will do in the place of the term before it
 */
record SearchTerm(String text, Kind kind, boolean excluded, boolean alternative) {
    /** How a term is meant. */
    enum Kind {
        /** A word in any of its forms. */
        WORD,

        /** Words in this order, side by side. */
        PHRASE,

        /** Whatever begins so. */
        PREFIX
    }

    private static final Pattern TERM =
            Pattern.compile("(?<minus>-?)(?:\"(?<phrase>[^\"]*)\"?|(?<word>[^\\s\"]+))");

    private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{N}\\p{M}]{2,}\\*");

    /**
     * Reads what people write into a search field: words are all wanted; quotation marks make a
     * phrase; a minus sign before a term excludes it; an asterisk after at least two letters stands
     * for any end of the word; {@code OR} between two terms wants one of them.
     */
    static List<SearchTerm> read(String words) {
        List<SearchTerm> terms = new ArrayList<>();
        Matcher found = TERM.matcher(words);
        boolean alternative = false;
        while (found.find()) {
            boolean excluded = !found.group("minus").isEmpty();
            String phrase = found.group("phrase");
            String word = found.group("word");
            if ("OR".equals(word) && !excluded && !terms.isEmpty()) {
                alternative = true;
                continue;
            }
            if (phrase != null) {
                terms.add(new SearchTerm(phrase, Kind.PHRASE, excluded, alternative));
            } else if (PREFIX.matcher(word).matches()) {
                String beginning = word.substring(0, word.length() - 1);
                terms.add(new SearchTerm(beginning, Kind.PREFIX, excluded, alternative));
            } else {
                terms.add(new SearchTerm(word, Kind.WORD, excluded, alternative));
            }
            alternative = false;
        }
        return terms;
    }
}
