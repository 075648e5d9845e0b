package galley.kit.stream;

/** Something that streams tell of, at its place in the log. */
public interface StreamItem {
    /** Its position in the log. */
    long position();

    /** The name of the event that tells it. */
    String name();

    /** How much memory its text takes, in characters. */
    int size();

    /**
     * Whether it takes back the text of something earlier, which nobody gets then who has not got
     * it yet. What was read earlier is read again.
     */
    default boolean takesBack() {
        return false;
    }
}
