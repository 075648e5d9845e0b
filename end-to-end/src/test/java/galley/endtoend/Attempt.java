package galley.endtoend;

/**
 * A change that somebody asked for and that was accepted, or never answered.
 *
 * @param who the name on the token
 * @param step as the history calls it
 * @param seen the revision that it was decided on; 0 where the article began with it
 * @param headline what it writes; null where it writes none
 * @param made the revision that the answer had; null when no answer came
 */
record Attempt(String article, String who, String step, long seen, String headline, Long made) {
    boolean wasAnswered() {
        return made != null;
    }

    /** Whether this may be what a history tells. */
    boolean isTold(PastStep past) {
        return past.step().equals(step)
                && past.who().equals(who)
                && past.seen() == seen
                && (made == null || made.equals(past.made()));
    }
}
