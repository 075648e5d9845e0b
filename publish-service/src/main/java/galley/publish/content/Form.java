package galley.publish.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;

/** A form in which one article can be had. */
enum Form {
    JSON("json"),
    NINJS("ninjs"),
    HTML("html"),
    JSON_LD("json-ld"),
    NEWSML_G2("newsml-g2"),
    NITF("nitf"),
    TEXT("text");

    static final String JSON_TYPE = MediaType.APPLICATION_JSON;

    /** IPTC has registered no type for ninjs; this one is the project's own choice. */
    static final String NINJS_TYPE = "application/vnd.iptc.ninjs+json";

    static final String JSON_LD_TYPE = "application/ld+json";
    static final String NEWSML_G2_TYPE = "application/vnd.iptc.g2.newsitem+xml";

    /** What NewsML-G2 calls it, and most who read it. */
    static final String NITF_TYPE = "application/nitf+xml";

    /** What IPTC has registered for it. */
    static final String NITF_REGISTERED_TYPE = "text/vnd.iptc.nitf";

    /** The first is what clients get that don't mind. */
    private static final List<Offer> OFFERS =
            List.of(
                    new Offer(JSON, JSON_TYPE),
                    new Offer(NINJS, NINJS_TYPE),
                    new Offer(HTML, MediaType.TEXT_HTML),
                    new Offer(JSON_LD, JSON_LD_TYPE),
                    new Offer(NEWSML_G2, NEWSML_G2_TYPE),
                    new Offer(NITF, NITF_TYPE),
                    new Offer(NITF, NITF_REGISTERED_TYPE),
                    new Offer(TEXT, MediaType.TEXT_PLAIN));

    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(
                            OFFERS.stream()
                                    .map(offer -> MediaType.valueOf(offer.mediaType()))
                                    .toArray(MediaType[]::new))
                    .build();

    private final String parameter;

    Form(String parameter) {
        this.parameter = parameter;
    }

    /** The value of the query parameter {@code format} that asks for it. */
    String parameter() {
        return parameter;
    }

    /** Whether the signature of a version vouches for it. */
    boolean isSigned() {
        return this == JSON || this == NINJS;
    }

    /** A form under one of its media types. */
    record Offer(Form form, String mediaType) {
        /** The value of {@code Content-Type}. */
        String contentType() {
            return mediaType.startsWith("text/") ? mediaType + ";charset=UTF-8" : mediaType;
        }
    }

    /**
     * The form that a request's Accept likes best; empty when it takes none of them. The answer
     * then says by itself that it varies with it.
     */
    static Optional<Offer> choose(Request request) {
        return Optional.ofNullable(request.selectVariant(VARIANTS))
                .map(variant -> OFFERS.get(VARIANTS.indexOf(variant)));
    }

    /** The form that the query parameter {@code format} names; empty when there is none such. */
    static Optional<Offer> named(String parameter) {
        return OFFERS.stream()
                .filter(offer -> offer.form().parameter.equals(parameter))
                .findFirst();
    }

    /** The names that {@link #named} knows, for people. */
    static String parameters() {
        return Arrays.stream(values())
                .map(form -> form.parameter)
                .collect(Collectors.joining(", "));
    }

    /** The media types that {@link #choose} knows, for people. */
    static String mediaTypes() {
        return OFFERS.stream().map(Offer::mediaType).collect(Collectors.joining(", "));
    }
}
