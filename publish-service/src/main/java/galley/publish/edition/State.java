package galley.publish.edition;

/** What readers get of an article in the edition. */
public enum State {
    /** Nothing before its time, not even that it exists. */
    EMBARGOED,
    /** The article. */
    LIVE,
    /** Nothing for now, until editorial gives it back. */
    WITHHELD,
    /** The notice that it was withdrawn. */
    KILLED
}
