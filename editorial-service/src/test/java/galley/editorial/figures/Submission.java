package galley.editorial.figures;

import galley.editorial.Api;

/** An article that waits for its review. */
final class Submission {
    private Submission() {}

    /** Writes one for a desk and submits it; answers its id. */
    static String to(String desk) {
        String id = Api.as("editor", "eva").create("For the figures");
        Api.as("editor", "eva")
                .decide(id, "assign", "{\"desk\": \"%s\"}".formatted(desk))
                .expect(200);
        Api.as("writer", "wim").decide(id, "submit", null).expect(200);
        return id;
    }
}
