package galley.editorial.intake;

import java.util.Locale;
import java.util.regex.Pattern;

import galley.editorial.content.PlainText;
import galley.events.ItemContent;
import galley.kit.html.SafeHtml;
import galley.kit.json.SoundText;

/**
 * What an item says, each thing once.
 *
 * @param standfirst plain text; null where the item's summary is only the start of its body
 * @param body safe HTML
 */
record ItemText(String standfirst, String body) {
    /** How feeds end a summary that they cut off; some put a line of their own behind it. */
    private static final Pattern CUT =
            Pattern.compile(
                    "(?is)\\s*(\\[(…|\\.{3})]\\s*\\n"
                            + ".*|\\[?(…|\\.{3})]?\\s*((continue reading|read more).*)?|(continue"
                            + " reading|read more).{0,200})$");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static ItemText of(ItemContent item) {
        String body = html(item.body());
        String summary = html(item.summary());
        if (SafeHtml.toText(body).isEmpty() && !body.contains("<img")) {
            return new ItemText(null, body.isEmpty() ? summary : summary + body);
        }
        String text = PlainText.orNull(SafeHtml.toText(summary));
        boolean saysMore =
                text != null
                        && !isBeginning(text, SafeHtml.toText(body))
                        && !words(text).equals(words(String.valueOf(item.headline())));
        return new ItemText(saysMore ? text : null, body);
    }

    /** Punctuation and capitals differ where a feed makes its summary by machine. */
    private static boolean isBeginning(String summary, String body) {
        return words(body).startsWith(words(CUT.matcher(summary).replaceFirst("")));
    }

    private static String words(String text) {
        return BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String html(String read) {
        return read == null ? "" : SafeHtml.clean(SoundText.sound(read));
    }
}
