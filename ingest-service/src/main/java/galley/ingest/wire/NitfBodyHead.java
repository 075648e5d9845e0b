package galley.ingest.wire;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** The head of a NITF document's body: headlines, byline, distributor, dateline and abstract. */
final class NitfBodyHead {
    private NitfBodyHead() {}

    /** Fills in what a draft does not have yet, and where the item was filed. */
    static void fill(Element nitf, ItemDraft draft, Filing filing) {
        var heads = XmlPath.all(nitf, "body", "body.head");
        if (draft.headline == null) {
            draft.headline =
                    heads.stream()
                            .flatMap(head -> XmlPath.inside(head, "hl1").stream())
                            .map(XmlPath::line)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(XmlPath.line(nitf, "head", "title"));
        }
        for (var head : heads) {
            fillFrom(head, draft, filing);
        }
        XmlPath.all(nitf, "head", "docdata", "doc-id")
                .forEach(id -> filing.agencies.add(id.attr("regsrc")));
        XmlPath.all(nitf, "head", "docdata", "doc.copyright")
                .forEach(copyright -> filing.agencies.add(copyright.attr("holder")));
        if (draft.credit == null) {
            draft.credit = XmlPath.attribute(nitf, "holder", "head", "docdata", "doc.copyright");
        }
    }

    private static void fillFrom(Element head, ItemDraft draft, Filing filing) {
        if (draft.summary == null) {
            draft.summary = summary(head, draft);
        }
        if (draft.byline == null) {
            draft.byline = byline(head);
        }
        if (draft.authors.isEmpty()) {
            XmlPath.all(head, "byline", "person").stream()
                    .map(XmlPath::line)
                    .filter(Objects::nonNull)
                    .forEach(draft.authors::add);
        }
        var distributor = XmlPath.line(head, "distributor");
        if (draft.credit == null) {
            draft.credit = distributor;
        }
        if (distributor != null) {
            filing.agencies.add(distributor);
        }
        XmlPath.first(head, "dateline").ifPresent(dateline -> read(dateline, filing));
    }

    /** The headlines under the first, unless they are keywords, and the abstract. */
    private static String summary(Element head, ItemDraft draft) {
        var headline = PlainText.line(draft.headline);
        var under =
                XmlPath.inside(head, "hl2").stream()
                        .map(XmlPath::line)
                        .filter(line -> line != null && !line.equalsIgnoreCase(headline))
                        .filter(line -> draft.keywords.stream().noneMatch(line::equalsIgnoreCase))
                        .map(PlainText::toHtml);
        var abstracts =
                XmlPath.all(head, "abstract").stream()
                        .map(
                                one ->
                                        one.childrenSize() > 0
                                                ? NitfText.html(one)
                                                : PlainText.toHtml(one.wholeText()))
                        .filter(html -> !PlainText.line(html).isEmpty());
        var summary = Stream.concat(under, abstracts).collect(Collectors.joining("\n"));
        return summary.isEmpty() ? null : summary;
    }

    /** Without the author's title, unless there is nothing else. */
    private static String byline(Element head) {
        for (var byline : XmlPath.all(head, "byline")) {
            var words = byline.clone();
            XmlPath.all(words, "byttl").forEach(Element::remove);
            var line = SpacedText.of(words);
            if (line == null) {
                line = SpacedText.of(byline);
            }
            if (line != null) {
                return withoutMarkBeforeTitle(line);
            }
        }
        return null;
    }

    private static String withoutMarkBeforeTitle(String line) {
        boolean hasMark = line.endsWith(",") || line.endsWith(";");
        return hasMark ? line.substring(0, line.length() - 1).strip() : line;
    }

    private static void read(Element dateline, Filing filing) {
        filing.text = filing.text == null ? SpacedText.of(dateline) : filing.text;
        filing.place = filing.place == null ? place(dateline) : filing.place;
        if (filing.date == null) {
            filing.date = Filing.dayOf(XmlPath.attribute(dateline, "norm", "story.date"));
        }
    }

    private static String place(Element dateline) {
        var city = XmlPath.line(dateline, "location", "city");
        return city != null ? city : XmlPath.line(dateline, "location");
    }
}
