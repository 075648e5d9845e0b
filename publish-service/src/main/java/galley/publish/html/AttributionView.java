package galley.publish.html;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import galley.events.Attribution;

/**
 * Where a text was first published and through whose hands it came, ready for a template. Every
 * field may be null.
 *
 * @param publishedOn the day as people write it
 * @param publishedOnIso the same day for machines
 * @param language English name of the language of the first publication
 */
public record AttributionView(
        String publisher,
        String url,
        String publishedOn,
        String publishedOnIso,
        String author,
        String language,
        String translator,
        String translationPublisher,
        String translationUrl) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Takes the attribution of a reprint, or null. */
    static AttributionView of(Attribution attribution) {
        if (attribution == null) {
            return null;
        }
        LocalDate day = attribution.publishedOn();
        return new AttributionView(
                attribution.publisher(),
                attribution.url(),
                day == null ? null : DAY.format(day),
                day == null ? null : day.toString(),
                attribution.author(),
                languageName(attribution.language()),
                attribution.translator(),
                attribution.translationPublisher(),
                attribution.translationUrl());
    }

    /** Whether there is anything to say about the first publication. */
    public boolean isFirstPublished() {
        return publisher != null || url != null || publishedOn != null;
    }

    /** Whether the text is a translation. */
    public boolean isTranslated() {
        return language != null
                || translator != null
                || translationPublisher != null
                || translationUrl != null;
    }

    private static String languageName(String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }
}
