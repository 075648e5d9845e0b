package galley.publish.sitemap;

import java.util.Locale;

/** Languages as news sitemaps name them. */
final class NewsLanguage {
    private NewsLanguage() {}

    /**
     * ISO 639 with two or three letters; for Chinese, {@code zh-cn} where it is written in
     * simplified characters and {@code zh-tw} in traditional ones.
     *
     * @param tag BCP 47, or null
     * @param otherwise BCP 47, where the tag names no language
     */
    static String of(String tag, String otherwise) {
        var locale = Locale.forLanguageTag(tag == null ? "" : tag);
        if (locale.getLanguage().isEmpty()) {
            locale = Locale.forLanguageTag(otherwise);
        }
        return locale.getLanguage().equals("zh") ? chinese(locale) : locale.getLanguage();
    }

    private static String chinese(Locale locale) {
        return switch (locale.getScript()) {
            case "Hant" -> "zh-tw";
            case "Hans" -> "zh-cn";
            default ->
                    switch (locale.getCountry()) {
                        case "TW", "HK", "MO" -> "zh-tw";
                        default -> "zh-cn";
                    };
        };
    }
}
