package galley.publish.nitf;

import java.util.List;

import org.jsoup.nodes.Element;

import galley.publish.document.XmlNode;

/**
 * Writes a table. NITF has one body in a table and wants its foot before it, so all rows are one.
 */
final class NitfTable {
    private NitfTable() {}

    static void add(Element table, XmlNode target) {
        List<Element> rows =
                table.select("tr").stream()
                        .filter(row -> table.equals(row.closest("table")))
                        .toList();
        var copy = target.child("table");
        var caption = table.selectFirst("> caption");
        if (caption != null && caption.hasText()) {
            NitfText.addMixed(caption, copy.child("caption"));
        }
        var body = copy.child("tbody");
        rows.forEach(row -> row(row, body));
        if (body.isEmpty()) {
            copy.remove();
            if (caption != null) {
                NitfText.addBlocks(caption, target);
            }
        }
    }

    private static void row(Element row, XmlNode body) {
        var copy = body.child("tr");
        for (Element cell : row.children()) {
            NitfText.addMixed(
                    cell,
                    copy.child(
                            cell.nameIs("th") ? "th" : "td",
                            "colspan",
                            number(cell, "colspan"),
                            "rowspan",
                            number(cell, "rowspan")));
        }
        if (copy.isEmpty()) {
            copy.remove();
        }
    }

    private static String number(Element cell, String attribute) {
        var text = cell.attr(attribute);
        return text.matches("[0-9]{1,4}") ? text : null;
    }
}
