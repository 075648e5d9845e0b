package galley.editorial.desk;

import galley.kit.problem.Problem;

/**
 * Where somebody stands among those who have something in hand: whoever has most comes first.
 *
 * @param user null for what nobody has, which comes last
 */
record LoadPlace(long open, String user) {
    private static final char SEPARATOR = '/';

    static LoadPlace of(Load load) {
        return new LoadPlace(load.open(), load.user());
    }

    /** As a cursor carries it; what nobody has ends the list, and so no page but the last. */
    String text() {
        return Long.toString(open) + SEPARATOR + user;
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws Problem 400 for anything else
     */
    static LoadPlace read(String text) {
        int end = Math.max(text.indexOf(SEPARATOR), 0);
        try {
            return new LoadPlace(Long.parseLong(text.substring(0, end)), text.substring(end + 1));
        } catch (NumberFormatException e) {
            throw TextPages.notOurs();
        }
    }

    boolean isBefore(LoadPlace other) {
        return other.user == null
                || other.open < open
                || (other.open == open && other.user.compareTo(user) > 0);
    }
}
