package galley.publish.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;

/** A form in which one article can be had; the first is what clients get that don't mind. */
enum Form {
    JSON(Form.JSON_TYPE),
    NINJS(Form.NINJS_TYPE),
    HTML(MediaType.TEXT_HTML);

    static final String JSON_TYPE = MediaType.APPLICATION_JSON;

    /** IPTC has registered no type for ninjs; this one is the project's own choice. */
    static final String NINJS_TYPE = "application/vnd.iptc.ninjs+json";

    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(
                            Arrays.stream(values())
                                    .map(form -> MediaType.valueOf(form.type))
                                    .toArray(MediaType[]::new))
                    .build();

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /**
     * The form that a request's Accept likes best; empty when it takes none of them. The answer
     * then says by itself that it varies with it.
     */
    static Optional<Form> choose(Request request) {
        return Optional.ofNullable(request.selectVariant(VARIANTS))
                .map(variant -> values()[VARIANTS.indexOf(variant)]);
    }
}
