package galley.publish.feed;

/** How much of an article a feed carries. */
enum Extent {
    /** The whole text. */
    FULL,
    /** What stands before the break that an editor has chosen, and a link to the rest. */
    TEASER
}
