package galley.publish.html;

import java.util.Locale;

import galley.events.Attribution;

/**
 * Where a text was first published and through whose hands it came, ready for a template. Every
 * field may be null.
 *
 * @param language English name of the language of the first publication
 */
public record AttributionView(
        String publisher,
        String url,
        DayView publishedOn,
        String author,
        String language,
        String translator,
        String translationPublisher,
        String translationUrl) {

    /** Takes the attribution of a reprint, or null. */
    static AttributionView of(Attribution attribution) {
        return attribution == null
                ? null
                : new AttributionView(
                        attribution.publisher(),
                        attribution.url(),
                        DayView.of(attribution.publishedOn()),
                        attribution.author(),
                        languageName(attribution.language()),
                        attribution.translator(),
                        attribution.translationPublisher(),
                        attribution.translationUrl());
    }

    /** Whether there is anything to say about the first publication. */
    public boolean isFirstPublished() {
        return publisher != null || url != null || publishedOn != null || language != null;
    }

    /** Whether there is anything to say about a translation. */
    public boolean isTranslated() {
        return translator != null || translationPublisher != null || translationUrl != null;
    }

    private static String languageName(String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }
}
