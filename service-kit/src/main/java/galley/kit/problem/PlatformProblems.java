package galley.kit.problem;

/** The problems that the platform raises by a status alone. */
final class PlatformProblems {
    private PlatformProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 -> Problems.badRequest("The request can't be understood.");
            case 404 -> Problems.notFound("There is nothing at this address.");
            case 405 ->
                    Problems.of(
                            405,
                            "method-not-allowed",
                            "Method not allowed",
                            "The header Allow names the methods that are.");
            case 406 ->
                    Problems.of(
                            406,
                            "not-acceptable",
                            "Not acceptable",
                            "There is no answer of a type that the header Accept names.");
            case 413 -> Problems.of(413, "too-large", "Too large", "The body is too large.");
            case 415 ->
                    Problems.unsupportedMediaType(
                            "The header Content-Type names a type that is not accepted here.");
            case 503 ->
                    Problems.of(503, "unavailable", "Unavailable", "Try again in a little while.");
            default -> unnamed(status);
        };
    }

    private static Problem unnamed(int status) {
        return status < 500
                ? Problems.of(status, "refused", "Refused", null)
                : Problems.of(
                        status,
                        "internal-error",
                        "Internal error",
                        "Something failed here; the operators find it by the trace id.");
    }
}
