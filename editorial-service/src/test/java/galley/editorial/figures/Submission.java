package galley.editorial.figures;

import galley.editorial.Api;

/** An article that waits for its review. */
final class Submission {
    private Submission() {}

    /** Writes one for a desk and submits it; answers its id. */
    static String to(String desk) {
        String id =
                Api.as("editor", "eva")
                        .post("/v1/articles?desk=" + desk, "{\"headline\": \"For the figures\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        Api.as("writer", "wim").decide(id, "submit", null).expect(200);
        return id;
    }
}
