package galley.editorial.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A paragraph, or several short ones, with enough words to tell a language from.
 *
 * @param text as it stands
 * @param own the same without what it quotes, which may be in any language
 */
record Passage(String text, String own) {
    /** Fewer words than this may be of many languages. */
    private static final int MIN_WORDS = 20;

    /** As many characters make a word where words are not set apart. */
    private static final int CHARACTERS_IN_WORD = 3;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private static final Pattern QUOTED =
            Pattern.compile("“[^”“]*[”“]|„[^“”]*[“”]|«[^»]*»|»[^«]*«|「[^」]*」|\"[^\"]*\"");

    /**
     * Those of a text, in their order. Lists of names are none: names are of all languages.
     *
     * @param plain a line for each paragraph
     */
    static List<Passage> of(String plain) {
        List<Passage> passages = new ArrayList<>();
        Passage pending = new Passage("", "");
        for (String line : plain.lines().toList()) {
            Passage paragraph = new Passage(line, QUOTED.matcher(line).replaceAll(" "));
            // a long one stands for itself: what comes before it may be in another language
            pending = paragraph.isLong() ? paragraph : pending.and(paragraph);
            if (pending.isLong()) {
                passages.add(pending);
                pending = new Passage("", "");
            }
        }
        return passages.stream().filter(passage -> !passage.isNames()).toList();
    }

    /** How many words it has of its own. */
    int words() {
        long unspaced = own.codePoints().filter(Passage::needsNoSpaces).count();
        return (int) (ownWords().count() + unspaced / CHARACTERS_IN_WORD);
    }

    private Passage and(Passage next) {
        return new Passage((text + " " + next.text).strip(), (own + " " + next.own).strip());
    }

    private boolean isLong() {
        return words() >= MIN_WORDS;
    }

    private boolean isNames() {
        long capitalised =
                ownWords().filter(word -> Character.isUpperCase(word.codePointAt(0))).count();
        return 2 * capitalised > words();
    }

    private Stream<String> ownWords() {
        return SPACES.splitAsStream(own).filter(word -> !word.isEmpty());
    }

    private static boolean needsNoSpaces(int codePoint) {
        return Character.isIdeographic(codePoint)
                || switch (Character.UnicodeScript.of(codePoint)) {
                    case HIRAGANA, KATAKANA, THAI -> true;
                    default -> false;
                };
    }
}
