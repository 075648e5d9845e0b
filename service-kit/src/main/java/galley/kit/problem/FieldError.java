package galley.kit.problem;

/**
 * One thing that is wrong with a request's content, as a 422 problem lists it.
 *
 * @param field where it is wrong: a dotted path such as {@code parts[1].headline}; empty when the
 *     whole content is meant
 * @param message what is wrong, in a sentence for the client's developer
 */
public record FieldError(String field, String message) {}
