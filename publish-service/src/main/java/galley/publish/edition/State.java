package galley.publish.edition;

/** What readers get of an article in the edition. */
public enum State {
    /** Nothing before its time, not even that it exists. */
    EMBARGOED,
    /** The article. */
    LIVE,
    /** The notice that it was withdrawn. */
    KILLED
}
