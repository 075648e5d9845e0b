package galley.ingest.format;

/**
 * Refuses markup before it is made a tree of: an element of four characters takes a hundred times
 * as much memory. {@link Formats} and {@link Entries} make what is refused unreadable.
 */
public final class ElementLimit {
    /** More than a long book has. */
    private static final int IN_HTML = 50_000;

    /** More than a feed has of as many entries as may be. */
    private static final int IN_XML = 250_000;

    private ElementLimit() {}

    /**
     * Lets a text or a page pass.
     *
     * @return the same
     * @throws TooManyElementsException when it has too many elements for one
     */
    public static String html(String html) {
        if (StartTags.inHtml(html) > IN_HTML) {
            throw new TooManyElementsException("The text", IN_HTML);
        }
        return html;
    }

    /**
     * Lets an XML document pass; what stands in its CDATA sections is text.
     *
     * @return the same
     * @throws TooManyElementsException when it has too many elements
     */
    public static String xml(String xml) {
        if (StartTags.inXml(xml) > IN_XML) {
            throw new TooManyElementsException("The document", IN_XML);
        }
        return xml;
    }
}
