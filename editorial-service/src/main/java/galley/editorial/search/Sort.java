package galley.editorial.search;

/** In which order a list is. */
enum Sort {
    /** By when articles came, the latest first. No article ever changes its place. */
    NEWEST("created_at", true),

    /** By when articles came, the earliest first. */
    OLDEST("created_at", false),

    /** By the last accepted change, the latest first. */
    UPDATED("updated_at", true),

    /** By when readers first got it, the latest first; without those that they never got. */
    PUBLISHED("published_at", true),

    /** By when it is due, the earliest first; without those that are never due. */
    DUE("due_at", false),

    /** Those with the words in the headline first, each by when they came, the latest first. */
    RELEVANCE("created_at", true);

    private final String column;
    private final boolean latestFirst;

    Sort(String column, boolean latestFirst) {
        this.column = column;
        this.latestFirst = latestFirst;
    }

    /** The time that counts; articles without it are not in the list. */
    String column() {
        return column;
    }

    /**
     * The order, in SQL.
     *
     * @param time where the query finds {@link #column()}
     * @param id where it finds the article's id
     */
    String order(String time, String id) {
        String direction = latestFirst ? " desc" : " asc";
        return time + direction + ", " + id + direction;
    }

    /** That an article comes after a place in the list, in SQL; as for {@link #order}. */
    String after(String time, String id) {
        return "(%s, %s) %s (:afterTime, :afterId)".formatted(time, id, latestFirst ? "<" : ">");
    }
}
