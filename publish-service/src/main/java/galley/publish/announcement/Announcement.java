package galley.publish.announcement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Something that the public was told of an article.
 *
 * @param position its place, without gaps, in the order of commits
 * @param revision the article's
 * @param version what the public counts
 * @param marks what the article is found by; of a withdrawn one what it was found by last
 * @param earlier what it was found by before, if it was to be had, the last ones last
 * @param document the ninjs document that went to the public topic, as JSON; null once the text was
 *     taken back
 */
public record Announcement(
        long position,
        Instant at,
        UUID article,
        long revision,
        int version,
        Status status,
        Marks marks,
        List<Marks> earlier,
        String document) {

    /** Copies the list. */
    public Announcement {
        earlier = List.copyOf(earlier);
    }

    /** Whether the text of what was announced of this article before is withdrawn. */
    public boolean takesBack() {
        return status != Status.USABLE;
    }

    /**
     * Whether it is for those who want articles with certain marks: who wants the article, who had
     * it until now and sees it leave, and of a withdrawal who ever had it.
     */
    public boolean concerns(Predicate<Marks> wanted) {
        return wanted.test(marks) || hadBefore().stream().anyMatch(wanted);
    }

    private List<Marks> hadBefore() {
        return takesBack() || earlier.isEmpty() ? earlier : List.of(earlier.getLast());
    }
}
