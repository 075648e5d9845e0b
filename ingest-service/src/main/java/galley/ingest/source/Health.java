package galley.ingest.source;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/** How the fetches of a source have ended. */
@Embeddable
class Health {
    /** How many in a row have failed. */
    int failures;

    Instant lastSuccessAt;
    Instant lastFailureAt;

    /** Why the last one that failed did, as a sentence. */
    String lastFailure;

    void succeeded(Instant now) {
        failures = 0;
        lastSuccessAt = now;
    }

    void failed(String why, Instant now) {
        failures++;
        lastFailureAt = now;
        lastFailure = why;
    }
}
