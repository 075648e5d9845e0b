package galley.ingest.run;

import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.kit.http.Fetched;

/** What was found at a source's address. */
sealed interface Seen {

    /** The answer; where a page has led to its feed, the feed's, moved to there. */
    Fetched answer();

    /** A document that could be read. */
    record Document(Fetched answer, RawDocument document, Reading reading) implements Seen {}

    /** A document of which nothing could be read. */
    record Unreadable(Fetched answer, RawDocument document, String reason) implements Seen {}

    /** What is here already. */
    record Nothing(Fetched answer) implements Seen {}

    /** The server says no. */
    record Refusal(Fetched answer) implements Seen {
        /** A sentence that says so. */
        String sentence() {
            return "The source's server answers " + answer.status() + ".";
        }
    }
}
