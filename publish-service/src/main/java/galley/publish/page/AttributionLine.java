package galley.publish.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import galley.events.Attribution;
import galley.events.Part;
import galley.kit.text.SentencePattern;
import galley.publish.site.Addresses;

/** The sentence that says where a reprint is from, as the house style writes it. */
final class AttributionLine {
    private static final List<String> PLACEHOLDERS =
            List.of(
                    "author",
                    "publisher",
                    "address",
                    "date",
                    "language",
                    "translator",
                    "translationPublisher",
                    "translationAddress");

    private AttributionLine() {}

    /**
     * The sentence in its pieces, of which some lead somewhere.
     *
     * @param into the article's language (BCP 47), or null
     * @return empty where there is nothing to say
     */
    static List<Link> of(Part.Reprint reprint, String into, Site site) {
        Map<String, Link> known = known(reprint.attribution(), site);
        if (known.isEmpty()) {
            return List.of();
        }
        var sentence = site.say(isByline(known) ? "author-only" : key(reprint, into));
        return SentencePattern.of(sentence, PLACEHOLDERS, _ -> {})
                .pieces(known.keySet())
                .map(
                        pieces ->
                                pieces.stream()
                                        .map(
                                                it ->
                                                        it.place() == null
                                                                ? new Link(it.words(), null)
                                                                : known.get(it.place()))
                                        .toList())
                .orElse(List.of());
    }

    /** Nothing is known of a first publication: of a speech, for instance. */
    private static boolean isByline(Map<String, Link> known) {
        return known.keySet().equals(Set.of("author"));
    }

    private static String key(Part.Reprint reprint, String into) {
        boolean translated = isTranslation(reprint.attribution(), into);
        if (reprint.excerpt()) {
            return translated ? "translated-excerpt" : "excerpt";
        }
        return translated ? "translation" : "reprint";
    }

    private static boolean isTranslation(Attribution it, String into) {
        return it.translator() != null
                || it.translationPublisher() != null
                || it.translationUrl() != null
                || (it.language() != null
                        && into != null
                        && !Objects.equals(language(it.language()), language(into)));
    }

    private static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static Map<String, Link> known(Attribution it, Site site) {
        Map<String, Link> known = new HashMap<>();
        if (it == null) {
            return known;
        }
        if (it.author() != null) {
            put(known, "author", it.author(), Addresses.authorPath(it.author()));
        }
        put(known, "publisher", it.publisher(), it.url());
        put(known, "address", host(it.url()), it.url());
        if (it.publishedOn() != null) {
            put(known, "date", site.day(it.publishedOn()).text(), null);
        }
        if (it.language() != null) {
            var name = Locale.forLanguageTag(it.language()).getDisplayLanguage(site.locale());
            put(known, "language", name, null);
        }
        put(known, "translator", it.translator(), null);
        put(known, "translationPublisher", it.translationPublisher(), it.translationUrl());
        put(known, "translationAddress", host(it.translationUrl()), it.translationUrl());
        return known;
    }

    private static void put(Map<String, Link> known, String place, String words, String address) {
        if (words != null && !words.isBlank()) {
            known.put(place, new Link(words, address));
        }
    }

    private static String host(String url) {
        return url == null ? null : url.replaceFirst("(?i)^https?://([^/?#]+).*", "$1");
    }
}
