package galley.editorial.picture;

import java.util.Locale;
import java.util.stream.Stream;

import galley.kit.picture.PictureType;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** What a picture was sent as. */
final class SentType {
    /** What browsers say of files that they don't know. */
    private static final String UNKNOWN = "application/octet-stream";

    private SentType() {}

    /**
     * The type that a header names.
     *
     * @param contentType may have parameters; null for none
     * @return null where the sender does not say
     * @throws Problem 415 when it is a type that is never taken
     */
    static PictureType of(String contentType) {
        String type =
                contentType == null
                        ? ""
                        : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty() || type.equals(UNKNOWN)) {
            return null;
        }
        return Stream.of(PictureType.values())
                .filter(it -> it.mediaType().equals(type))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problems.unsupportedMediaType(
                                        "Pictures are taken as JPEG, PNG, GIF and WebP."));
    }
}
