package galley.editorial.mention;

import java.util.List;

/**
 * A text as it is shown.
 *
 * @param text with the present names of people, {@code @Name}
 * @param mentions whom it names, in their order, each once
 */
public record Shown(String text, List<Mention> mentions) {
    /** Copies the mentions. */
    public Shown {
        mentions = List.copyOf(mentions);
    }
}
