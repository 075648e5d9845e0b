package galley.ingest.text;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Makes HTML of a DOCX file's text (WordprocessingML). What is struck by tracked changes is gone.
 */
final class DocxText {
    private static final Pattern HEADING = Pattern.compile("(?i)heading\\s?([1-9])|(title)");
    private static final int MAX_DEPTH = 100;

    private final DocxParts parts;
    private final Element body;
    private String headline;
    private Element list;
    private String listId = "";

    DocxText(DocxParts parts) throws IOException {
        this.parts = parts;
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        this.body = document.body();
        blocks(parts.body(), body, 0);
    }

    /** The headline as HTML, or null. */
    String headline() {
        return headline;
    }

    /** The text as HTML. */
    String body() {
        return body.html();
    }

    private void blocks(Element from, Element to, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("it is nested too deeply");
        }
        for (var child : from.children()) {
            switch (child.tagName()) {
                case "w:p" -> paragraph(child, to);
                case "w:tbl" -> table(child, to, depth);
                case "w:sdt", "w:sdtContent", "w:ins", "w:customXml" ->
                        blocks(child, to, depth + 1);
                default -> {
                    // page setup, bookmarks and the like say nothing
                }
            }
        }
    }

    private void table(Element from, Element to, int depth) throws IOException {
        list = null;
        var rows = to.appendElement("table").appendElement("tbody");
        for (var row : from.getElementsByTag("w:tr")) {
            if (!from.equals(row.closest("w|tbl"))) {
                continue; // of a table in a cell
            }
            var cells = rows.appendElement("tr");
            for (var cell : row.children()) {
                if (cell.tagName().equals("w:tc")) {
                    blocks(cell, cells.appendElement("td"), depth + 1);
                }
            }
        }
    }

    private void paragraph(Element from, Element to) throws IOException {
        var target = new Element("p");
        inline(from, target, 0);
        if (target.wholeText().isBlank()) {
            return;
        }
        var style = value(from, "w:pStyle");
        var heading = HEADING.matcher(style);
        var number = value(from, "w:numId");
        if (heading.matches()) {
            list = null;
            int level = heading.group(1) == null ? 1 : Integer.parseInt(heading.group(1));
            if (level == 1 && headline == null && body.childrenSize() == 0) {
                headline = target.html();
                return;
            }
            target.tagName("h" + Math.clamp(level + 1L, 2, 6));
            to.appendChild(target);
        } else if (!number.isEmpty() && !number.equals("0")) {
            if (list == null || !listId.equals(number) || !to.equals(list.parent())) {
                list = to.appendElement(parts.isNumbered(number) ? "ol" : "ul");
                listId = number;
            }
            list.appendElement("li").append(target.html());
        } else {
            list = null;
            if (style.toLowerCase(Locale.ROOT).contains("quote")) {
                to.appendElement("blockquote").appendChild(target);
            } else {
                to.appendChild(target);
            }
        }
    }

    private void inline(Element from, Element to, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("it is nested too deeply");
        }
        for (var child : from.children()) {
            switch (child.tagName()) {
                case "w:r" -> run(child, to);
                case "w:hyperlink" -> {
                    var address = parts.address(child.attr("r:id"));
                    var link = address.isEmpty() ? to : to.appendElement("a").attr("href", address);
                    inline(child, link, depth + 1);
                }
                case "w:ins", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple" ->
                        inline(child, to, depth + 1);
                default -> {
                    // properties, bookmarks, what was deleted
                }
            }
        }
    }

    private static void run(Element run, Element to) {
        var target = to;
        if (isOn(run, "w:b")) {
            target = target.appendElement("strong");
        }
        if (isOn(run, "w:i")) {
            target = target.appendElement("em");
        }
        for (var child : run.children()) {
            switch (child.tagName()) {
                case "w:t" -> target.appendChild(new TextNode(child.wholeText()));
                case "w:tab" -> target.appendChild(new TextNode(" "));
                case "w:br", "w:cr" -> target.appendElement("br");
                case "w:noBreakHyphen" -> target.appendChild(new TextNode("\u2011"));
                default -> {
                    // pictures, fields' codes and layout
                }
            }
        }
    }

    private static boolean isOn(Element run, String property) {
        var properties = run.firstElementChild();
        if (properties == null || !properties.tagName().equals("w:rPr")) {
            return false;
        }
        return properties.children().stream()
                .filter(each -> each.tagName().equals(property))
                .anyMatch(each -> !each.attr("w:val").matches("0|false|off"));
    }

    private static String value(Element paragraph, String property) {
        var properties = paragraph.firstElementChild();
        return properties == null || !properties.tagName().equals("w:pPr")
                ? ""
                : properties.getElementsByTag(property).attr("w:val");
    }
}
