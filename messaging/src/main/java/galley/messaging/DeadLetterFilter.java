package galley.messaging;

import java.util.Objects;

/**
 * Which letters are asked for.
 *
 * @param topic the topic they came from; null for any
 * @param group the group that could not handle them; null for any
 * @param key their key; null for any
 */
public record DeadLetterFilter(DeadLetter.State state, String topic, String group, String key) {

    public DeadLetterFilter {
        Objects.requireNonNull(state, "state");
    }
}
