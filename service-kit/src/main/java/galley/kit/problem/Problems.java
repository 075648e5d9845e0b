package galley.kit.problem;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * The problems (RFC 9457) that the services answer with. Each has a stable {@code type}, {@code
 * urn:galley:problem:<name>}, on which clients branch; the body's status equals the HTTP status.
 *
 * <p>Every method answers an exception to be thrown.
 */
public final class Problems {
    private Problems() {}

    /** A problem without extension members; see {@link Problem}. */
    public static Problem of(int status, String name, String title, String detail) {
        return new Problem(status, name, title, detail, Map.of());
    }

    /** 400 {@code bad-request}: the request can't be understood. */
    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "Bad request", detail);
    }

    /** 403 with a type of its own, for a rule that is not about the caller's role. */
    public static Problem forbidden(String name, String title, String detail) {
        return of(403, name, title, detail);
    }

    /** 403 {@code four-eyes}: who decides must not be who made the last change. */
    public static Problem fourEyes(String detail) {
        return forbidden("four-eyes", "A second pair of eyes is needed", detail);
    }

    /** 404 {@code not-found}: there is no such thing, or none that the caller may know of. */
    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    /** 409 with a type of its own: the request doesn't fit the present state. */
    public static Problem conflict(String name, String title, String detail) {
        return of(409, name, title, detail);
    }

    /**
     * 409 {@code illegal-step}: the workflow doesn't allow the step now.
     *
     * @param allowed the names of the steps that are allowed, as the member {@code allowed}
     */
    public static Problem illegalStep(String detail, List<String> allowed) {
        return new Problem(
                409,
                "illegal-step",
                "Not allowed in this state",
                detail,
                Map.of("allowed", allowed));
    }

    /** 412 {@code precondition-failed}: the resource has changed since the caller read it. */
    public static Problem preconditionFailed(String detail) {
        return of(412, "precondition-failed", "Precondition failed", detail);
    }

    /**
     * 413 {@code too-large}.
     *
     * @param maxBytes how much is accepted, as the member {@code maxBytes}
     */
    public static Problem tooLarge(String detail, long maxBytes) {
        return new Problem(413, "too-large", "Too large", detail, Map.of("maxBytes", maxBytes));
    }

    /** 415 {@code unsupported-media-type}. */
    public static Problem unsupportedMediaType(String detail) {
        return of(415, "unsupported-media-type", "Unsupported media type", detail);
    }

    /** 422 {@code unprocessable}: well-formed, but the content is wrong; names each error. */
    public static Problem unprocessable(List<FieldError> errors) {
        return new Problem(
                422,
                "unprocessable",
                "Unprocessable content",
                errors.isEmpty() ? null : errors.getFirst().message(),
                Map.of("errors", errors));
    }

    /** 422 {@code unprocessable} with a single error. */
    public static Problem unprocessable(String field, String message) {
        return unprocessable(List.of(new FieldError(field, message)));
    }

    /** 428 {@code precondition-required}: the request must say which state it was made for. */
    public static Problem preconditionRequired(String detail) {
        return of(428, "precondition-required", "Precondition required", detail);
    }

    /** 400 or 422 for JSON that can't be read, with where and why. */
    public static Problem unreadable(JsonProcessingException unreadable) {
        return FieldErrors.of(unreadable);
    }
}
