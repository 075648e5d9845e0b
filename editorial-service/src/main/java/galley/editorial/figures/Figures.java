package galley.editorial.figures;

import java.util.List;

/**
 * How the desk did on some days.
 *
 * @param states how long articles stayed in each state, of the stays that ended on these days
 * @param desks what was done with the articles of each desk
 * @param rejections why articles were rejected, the most frequent reason first
 */
public record Figures(List<Stay> states, List<Desk> desks, List<Rejection> rejections) {

    /**
     * Stays in a state.
     *
     * @param state as articles name it
     * @param stays how many ended
     * @param median half of them were no longer, in seconds
     * @param p95 95 % of them were no longer, in seconds
     */
    public record Stay(String state, long stays, double median, double p95) {}

    /**
     * What was done with the articles of a desk.
     *
     * @param desk null for those of no desk
     */
    public record Desk(
            String desk,
            long received,
            long created,
            long submitted,
            long approved,
            long released,
            long rejected) {}

    /**
     * How often articles were rejected for a reason.
     *
     * @param reason one of a few, as {@code RejectionReason} has them on the wire
     */
    public record Rejection(String reason, long count) {}
}
