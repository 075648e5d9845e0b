package galley.ingest.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Language tags (BCP 47) as sources write them. */
public final class Languages {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,9}");

    private Languages() {}

    /** The tag in its usual form ({@code en_gb} is {@code en-GB}), or null when it is none. */
    public static String tag(String text) {
        var plain = PlainText.line(text).replace('_', '-');
        if (!TAG.matcher(plain).matches()) {
            return null;
        }
        var tag = Locale.forLanguageTag(plain).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }
}
