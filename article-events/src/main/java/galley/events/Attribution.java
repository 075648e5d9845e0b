package galley.events;

import java.time.LocalDate;

/**
 * Who first published a text, and through whose hands it came.
 *
 * @param url address of the first publication
 * @param language BCP 47 language of the first publication
 * @param translationPublisher who published the translation that is reprinted
 * @param translationUrl address of that translation
 */
public record Attribution(
        String publisher,
        String author,
        String url,
        LocalDate publishedOn,
        String language,
        String translator,
        String translationPublisher,
        String translationUrl) {}
