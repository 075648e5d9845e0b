package galley.editorial.webhook;

import java.util.regex.Pattern;

/** Keeps what people write from being read as a chat tool's markup, or from calling everybody. */
final class Escapes {
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+!|~-]");

    /** Mattermost calls people by it; a space of no width keeps it from doing so. */
    private static final Pattern CALL = Pattern.compile("@(?=\\S)");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private Escapes() {}

    /** For Slack, which takes these three characters for its own alone. */
    static String slack(String text) {
        return oneLine(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** For tools that read Markdown. */
    static String markdown(String text) {
        String escaped = MARKDOWN.matcher(oneLine(text)).replaceAll("\\\\$0");
        return CALL.matcher(escaped).replaceAll("@\u200b");
    }

    private static String oneLine(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ");
    }
}
