package galley.ingest.wire;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;

/** How a NITF document that stands by itself is identified, dated and managed (docdata). */
final class NitfManagement {
    private static final String STATUS = "management-status";

    private NitfManagement() {}

    /** Fills a draft whose editorial note is there. */
    static void read(Element nitf, ItemDraft draft) {
        draft.guid = docdata(nitf, "id-string", "doc-id");
        draft.version = docdata(nitf, "version", "du-key");
        var issued = issued(nitf);
        draft.firstCreated = issued;
        draft.versionCreated = issued;
        draft.expiresAt = FeedDate.parse(docdata(nitf, "norm", "date.expire"));
        var status = XmlPath.attribute(nitf, STATUS, "head", "docdata");
        draft.embargoedUntil = embargo(nitf, issued, status);
        PubStatus.set(draft, status, draft.editorialNote);
    }

    private static Instant issued(Element nitf) {
        return Stream.of(
                        docdata(nitf, "norm", "date.issue"),
                        XmlPath.attribute(nitf, "date.publication", "head", "pubdata"),
                        XmlPath.attribute(
                                nitf, "norm", "body", "body.head", "dateline", "story.date"))
                .map(FeedDate::parse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Many agencies give the time of issue as that of release, which is no embargo. */
    private static Instant embargo(Element nitf, Instant issued, String status) {
        var release = FeedDate.parse(docdata(nitf, "norm", "date.release"));
        boolean later = release != null && (issued == null || release.isAfter(issued));
        return later || IptcCode.of(status).equals("embargoed") ? release : null;
    }

    /**
     * Another document that this one takes back, or null: in NITF a cancel may be a document of its
     * own, which names the other.
     */
    static String canceledByIt(Element nitf) {
        var other = XmlPath.attribute(nitf, "management-doc-idref", "head", "docdata");
        var otherStatus = XmlPath.attribute(nitf, "management-idref-status", "head", "docdata");
        var status =
                otherStatus != null
                        ? otherStatus
                        : XmlPath.attribute(nitf, STATUS, "head", "docdata");
        return IptcCode.of(status).startsWith("cancel") ? other : null;
    }

    private static String docdata(Element nitf, String attribute, String name) {
        return XmlPath.attribute(nitf, attribute, "head", "docdata", name);
    }
}
