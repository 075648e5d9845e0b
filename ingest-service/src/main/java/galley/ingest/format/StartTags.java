package galley.ingest.format;

/** Counts the elements of a document before anything is made of them. */
final class StartTags {
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private StartTags() {}

    /**
     * How many start tags a fragment of HTML has at most: some may stand in comments or scripts.
     */
    static int inHtml(String html) {
        int count = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            count += isStartTag(html, at) ? 1 : 0;
        }
        return count;
    }

    /** How many start tags an XML document has outside its CDATA sections at most. */
    static int inXml(String xml) {
        int count = 0;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
            if (xml.startsWith(CDATA, at)) {
                int end = xml.indexOf(CDATA_END, at);
                if (end < 0) {
                    break;
                }
                at = end;
            } else {
                count += isStartTag(xml, at) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean isStartTag(String text, int at) {
        return at + 1 < text.length()
                && (Character.isLetter(text.charAt(at + 1)) || text.charAt(at + 1) == '_');
    }
}
