package galley.events;

import java.util.List;
import java.util.UUID;

/**
 * Where an item goes and what happens to its article without hands, as rules decided when it was
 * read.
 *
 * @param rules the ids of the rules that applied, in their order
 * @param desk the desk whose queue it joins, or null
 * @param section the section of the publication, or null
 * @param tags tags for the article, beside the source's keywords
 * @param priority from 1, the first to be dealt with, to 9; or null
 * @param submittedBy the rule that submits it to review, or null
 * @param releasedBy the rule that releases it, or null; then {@code submittedBy} is set too
 * @param heldBack why a rule that would release it does not, in a sentence, or null
 */
public record Routing(
        List<UUID> rules,
        String desk,
        String section,
        List<String> tags,
        Integer priority,
        UUID submittedBy,
        UUID releasedBy,
        String heldBack) {}
