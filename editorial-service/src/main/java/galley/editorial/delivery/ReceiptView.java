package galley.editorial.delivery;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a version of an article, or its withdrawal, has got.
 *
 * @param door {@code public} for what is offered to everybody, else how a subscriber is sent it
 * @param subscriber the subscription's id; null for the public
 * @param name what the subscriber is called; null for the public
 * @param type of what is sent, such as {@code article.withdrawn}; {@code public} for the public
 * @param at since when it stands so
 * @param detail why a subscriber has not got it; null where there is nothing to say
 */
public record ReceiptView(
        String door,
        UUID subscriber,
        String name,
        String type,
        long revision,
        int version,
        State state,
        Instant at,
        String detail) {

    /** How it stands. */
    public enum State {
        /** It is to be had; nobody says who takes it. */
        @JsonProperty("offered")
        OFFERED,

        /** It is not to be had any more. */
        @JsonProperty("taken-down")
        TAKEN_DOWN,

        /** It is on its way to the subscriber. */
        @JsonProperty("pending")
        PENDING,

        /** The subscriber has confirmed it. */
        @JsonProperty("confirmed")
        CONFIRMED,

        /** The subscriber is sent it no more. */
        @JsonProperty("failed")
        FAILED,

        /** The subscriber is sent what came later in its place. */
        @JsonProperty("overtaken")
        OVERTAKEN
    }
}
