package galley.ingest.feed;

/**
 * What stands before a document's root element.
 *
 * @param declarations what the document declares for itself between the brackets of its DOCTYPE
 * @param end where the root element starts, if there is one
 */
record Prolog(String declarations, int end) {
    private static final String DOCTYPE = "<!DOCTYPE";

    /** Step by step: a pattern for this can be made to run for ever. */
    static Prolog of(String xml) {
        var declarations = "";
        int at = skipSpace(xml, 0);
        while (true) {
            if (xml.startsWith("<?", at)) {
                at = after("?>", xml, at);
            } else if (xml.startsWith("<!--", at)) {
                at = after("-->", xml, at + "<!--".length());
            } else if (xml.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
                int open = openingBracket(xml, at);
                int close = open < 0 ? at : closingBracket(xml, open);
                declarations = open < 0 ? "" : xml.substring(open + 1, close);
                at = after(">", xml, close);
            } else {
                return new Prolog(declarations, at);
            }
            at = skipSpace(xml, at);
        }
    }

    /** The bracket that opens the declarations of the DOCTYPE at this place, or -1. */
    private static int openingBracket(String xml, int at) {
        int open = xml.indexOf('[', at);
        int end = xml.indexOf('>', at);
        return open < end ? open : -1;
    }

    /** The bracket that closes the declarations; the document's end if none does. */
    private static int closingBracket(String xml, int open) {
        int close = xml.indexOf(']', open);
        while (close >= 0 && !xml.startsWith(">", skipSpace(xml, close + 1))) {
            close = xml.indexOf(']', close + 1);
        }
        return close < 0 ? xml.length() : close;
    }

    private static int after(String end, String xml, int from) {
        int found = xml.indexOf(end, from);
        return found < 0 ? xml.length() : found + end.length();
    }

    private static int skipSpace(String xml, int from) {
        int at = from;
        while (at < xml.length() && Character.isWhitespace(xml.charAt(at))) {
            at++;
        }
        return at;
    }
}
