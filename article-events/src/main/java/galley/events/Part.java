package galley.events;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A piece of an article with one author, one origin and one rights statement. Bodies are the safe
 * HTML subset; a part's headline and dateline are not repeated in its body.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Part.Introduction.class, name = "introduction"),
    @JsonSubTypes.Type(value = Part.Reprint.class, name = "reprint"),
    @JsonSubTypes.Type(value = Part.Original.class, name = "original"),
    @JsonSubTypes.Type(value = Part.Media.class, name = "media"),
    @JsonSubTypes.Type(value = Part.People.class, name = "people")
})
public sealed interface Part {

    /** Identifies the part within its article, for example {@code p1}. */
    String id();

    /** The editors' own words before what follows. */
    record Introduction(String id, String body) implements Part {}

    /**
     * A text that was first published elsewhere.
     *
     * @param excerpt whether this is only a part of what was published there
     */
    record Reprint(
            String id,
            String headline,
            boolean excerpt,
            Dateline dateline,
            Attribution attribution,
            Rights rights,
            String body)
            implements Part {}

    /** A text written for this publication. */
    record Original(String id, String headline, String body) implements Part {}

    /**
     * A picture, a recording or a document.
     *
     * @param url absolute http or https address where it came from; of an uploaded picture, its
     *     public address
     * @param alt what stands for it where it can't be seen or heard
     * @param picture the picture in the store, where it is kept there; null for everything else
     */
    record Media(
            String id,
            MediaKind kind,
            String url,
            String provider,
            String caption,
            String credit,
            String alt,
            Picture picture)
            implements Part {

        /** Media that are not in the store. */
        public Media(
                String id,
                MediaKind kind,
                String url,
                String provider,
                String caption,
                String credit,
                String alt) {
            this(id, kind, url, provider, caption, credit, alt, null);
        }
    }

    /** The people who speak or are presented in the article. */
    record People(String id, List<Person> people) implements Part {}
}
