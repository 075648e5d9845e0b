package galley.editorial.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

import galley.events.Part;

/** The types of parts, as {@link Part} names them on the wire. */
public enum PartType {
    /** The editors' own words before what follows. */
    @JsonProperty("introduction")
    INTRODUCTION,

    /** A text that was first published elsewhere. */
    @JsonProperty("reprint")
    REPRINT,

    /** A text written for this publication. */
    @JsonProperty("original")
    ORIGINAL,

    /** A picture, a recording or a document. */
    @JsonProperty("media")
    MEDIA,

    /** Those who speak or are presented. */
    @JsonProperty("people")
    PEOPLE;

    static PartType of(Part part) {
        return switch (part) {
            case Part.Introduction _ -> INTRODUCTION;
            case Part.Reprint _ -> REPRINT;
            case Part.Original _ -> ORIGINAL;
            case Part.Media _ -> MEDIA;
            case Part.People _ -> PEOPLE;
        };
    }
}
