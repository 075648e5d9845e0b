package galley.ingest.structure;

import java.util.regex.Pattern;

/** What names of publishers and of people have in common. */
final class NameWords {
    private static final int MAX_LENGTH = 120;
    private static final Pattern ARTICLE =
            Pattern.compile("^(the|le|la|les|der|die|das|den|dem) (?=\\p{Lu})");
    private static final Pattern GENITIVE = Pattern.compile("['’]s?$|[,;.]$");
    private static final Pattern QUOTES = Pattern.compile("^[“„«‘\"»]+\\s*|\\s*[”“»’\"«]+$");

    private final Vocabulary vocabulary;

    NameWords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean has(String list, Sentence sentence, int at) {
        return at >= 0 && at < sentence.size() && vocabulary.has(list, sentence.token(at).lower());
    }

    /** Whether a capitalised word is a month in a date, and so no part of a name. */
    boolean isInDate(Sentence sentence, int at) {
        return has("months", sentence, at)
                && (isNumber(sentence, at + 1) || isNumber(sentence, at - 1));
    }

    private static boolean isNumber(Sentence sentence, int at) {
        return at >= 0
                && at < sentence.size()
                && Character.isDigit(sentence.token(at).text().charAt(0));
    }

    /** Whether the apostrophe there is a genitive's: {@code Beekeepers’ League}. */
    static boolean isGenitiveMark(Sentence sentence, int at) {
        return at > 0
                && at < sentence.size()
                && (sentence.token(at).is("’") || sentence.token(at).is("'"))
                && sentence.token(at).start() == sentence.token(at - 1).end()
                && sentence.token(at - 1).lower().endsWith("s");
    }

    /** A name without article, genitive and quotation marks; null where it is none. */
    static String bare(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        var name =
                QUOTES.matcher(
                                GENITIVE.matcher(ARTICLE.matcher(text).replaceFirst(""))
                                        .replaceFirst(""))
                        .replaceAll("")
                        .replace('\n', ' ')
                        .strip();
        return name.isEmpty() || !Character.isLetterOrDigit(name.codePointAt(0)) ? null : name;
    }
}
