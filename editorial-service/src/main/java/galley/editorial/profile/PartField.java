package galley.editorial.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

import galley.events.Attribution;
import galley.events.Part;

/** Fields of parts that a profile can ask for, each of the types that have it. */
public enum PartField {
    /** Of a text that has one of its own. */
    @JsonProperty("headline")
    HEADLINE("headline", "a headline"),

    /** Of a wire report. */
    @JsonProperty("dateline")
    DATELINE("dateline", "a dateline"),

    /** Who published it first. */
    @JsonProperty("attribution.publisher")
    PUBLISHER("attribution.publisher", "its first publisher"),

    /** Who wrote it. */
    @JsonProperty("attribution.author")
    AUTHOR("attribution.author", "its author"),

    /** Where it was published first. */
    @JsonProperty("attribution.url")
    ADDRESS("attribution.url", "the address of its first publication"),

    /** When it was published first. */
    @JsonProperty("attribution.publishedOn")
    PUBLISHED_ON("attribution.publishedOn", "the date of its first publication"),

    /** In which language it was published first. */
    @JsonProperty("attribution.language")
    LANGUAGE("attribution.language", "the language of its first publication"),

    /** Who translated it. */
    @JsonProperty("attribution.translator")
    TRANSLATOR("attribution.translator", "its translator"),

    /** Who published the translation. */
    @JsonProperty("attribution.translationPublisher")
    TRANSLATION_PUBLISHER("attribution.translationPublisher", "the publisher of its translation"),

    /** Where the translation was published. */
    @JsonProperty("attribution.translationUrl")
    TRANSLATION_ADDRESS("attribution.translationUrl", "the address of its translation"),

    /** What stands for it where it can't be seen or heard. */
    @JsonProperty("alt")
    ALT("alt", "an alternative text"),

    /** What is written below it. */
    @JsonProperty("caption")
    CAPTION("caption", "a caption"),

    /** Whose it is. */
    @JsonProperty("credit")
    CREDIT("credit", "a credit");

    private final String wireName;
    private final String words;

    PartField(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    String wireName() {
        return wireName;
    }

    /** What it is, in a sentence. */
    String words() {
        return words;
    }

    /** Whether parts of a type have the field. */
    boolean isOf(PartType type) {
        return switch (this) {
            case HEADLINE -> type == PartType.REPRINT || type == PartType.ORIGINAL;
            case ALT, CAPTION, CREDIT -> type == PartType.MEDIA;
            default -> type == PartType.REPRINT;
        };
    }

    /** Whether a part says it. */
    boolean isIn(Part part) {
        return ArticleField.isSaid(
                switch (part) {
                    case Part.Reprint reprint -> of(reprint);
                    case Part.Original original -> this == HEADLINE ? original.headline() : null;
                    case Part.Media media -> of(media);
                    case Part.Introduction _, Part.People _ -> null;
                });
    }

    private Object of(Part.Reprint reprint) {
        return switch (this) {
            case HEADLINE -> reprint.headline();
            case DATELINE -> reprint.dateline();
            default -> reprint.attribution() == null ? null : of(reprint.attribution());
        };
    }

    private Object of(Attribution attribution) {
        return switch (this) {
            case PUBLISHER -> attribution.publisher();
            case AUTHOR -> attribution.author();
            case ADDRESS -> attribution.url();
            case PUBLISHED_ON -> attribution.publishedOn();
            case LANGUAGE -> attribution.language();
            case TRANSLATOR -> attribution.translator();
            case TRANSLATION_PUBLISHER -> attribution.translationPublisher();
            case TRANSLATION_ADDRESS -> attribution.translationUrl();
            default -> null;
        };
    }

    private Object of(Part.Media media) {
        return switch (this) {
            case ALT -> media.alt();
            case CAPTION -> media.caption();
            case CREDIT -> media.credit();
            default -> null;
        };
    }
}
