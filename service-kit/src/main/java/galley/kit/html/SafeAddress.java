package galley.kit.html;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.internal.StringUtil;

/** Addresses that may stand in safe HTML. */
final class SafeAddress {
    private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:.*");
    private static final Pattern WEB = Pattern.compile("(?i)^https?://[^/?#\\s].*");
    private static final Pattern MAIL = Pattern.compile("(?i)^mailto:[^\\s<>\"@]+@[^\\s<>\"]+$");

    private SafeAddress() {}

    /** An absolute http or https address, if the text is one or leads to one from the base. */
    static Optional<String> ofWeb(String text, String base) {
        var plain = withoutTricks(text);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        var absolute = SCHEME.matcher(plain).matches() ? plain : StringUtil.resolve(base, plain);
        return Optional.of(absolute).filter(address -> WEB.matcher(address).matches());
    }

    /** Like {@link #ofWeb}, or a mail address. */
    static Optional<String> ofLink(String text, String base) {
        var plain = withoutTricks(text);
        return MAIL.matcher(plain).matches() ? Optional.of(plain) : ofWeb(plain, base);
    }

    /** Browsers ignore control characters, so {@code java\nscript:} would act. */
    private static String withoutTricks(String text) {
        var plain = new StringBuilder(text.length());
        text.strip()
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .forEach(c -> plain.appendCodePoint(c));
        return plain.toString().strip().replace(" ", "%20");
    }
}
