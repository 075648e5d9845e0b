package galley.ingest.structure;

/**
 * What some words say of a text.
 *
 * @param what the field, as in a proposal
 * @param evidence the words
 */
record Claim(String what, String value, String evidence, double confidence) {
    static final String PUBLISHER = "attribution.publisher";
    static final String AUTHOR = "attribution.author";
    static final String URL = "attribution.url";
    static final String PUBLISHED_ON = "attribution.publishedOn";
    static final String LANGUAGE = "attribution.language";
    static final String TRANSLATOR = "attribution.translator";
    static final String TRANSLATION_PUBLISHER = "attribution.translationPublisher";
    static final String PERSON = "person";
    static final String EXCERPT = "excerpt";

    /** The field that a phrase's slot fills, or null for what is looked for and not kept. */
    static String field(String slot) {
        return switch (slot) {
            case "publisher", "outlet", "institution" -> PUBLISHER;
            case "author", "owner" -> AUTHOR;
            case "translator" -> TRANSLATOR;
            case "translation-publisher" -> TRANSLATION_PUBLISHER;
            case "language" -> LANGUAGE;
            case "date" -> PUBLISHED_ON;
            case "person" -> PERSON;
            default -> null;
        };
    }

    boolean isOf(String field) {
        return what.equals(field);
    }
}
