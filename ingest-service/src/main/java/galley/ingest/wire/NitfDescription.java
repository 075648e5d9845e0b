package galley.ingest.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Subject;
import galley.ingest.format.ItemDraft;

/**
 * What the head of a NITF document says of its content. Of an item that brings the document in
 * another format's envelope, the envelope knows better: only what it leaves open is filled in.
 */
final class NitfDescription {
    /** The names under which agencies keep the slugline, which NITF has no place for. */
    private static final Set<String> SLUGLINE =
            Set.of("slug", "slugline", "anpa-keyword", "ntbstikkord");

    /** From the most to the least exact. */
    private static final List<String> SUBJECT_NAMES =
            List.of("qualifier", "detail", "matter", "type");

    private static final List<String> PLACE_NAMES = List.of("city", "county-dist", "state-prov");

    private final Element nitf;
    private final ItemDraft draft;

    private NitfDescription(Element nitf, ItemDraft draft) {
        this.nitf = nitf;
        this.draft = draft;
    }

    /** Fills in what a draft does not have yet. */
    static void fill(Element nitf, ItemDraft draft) {
        var description = new NitfDescription(nitf, draft);
        description.fill();
    }

    private void fill() {
        if (draft.urgency == null) {
            draft.urgency =
                    IptcCode.level(XmlPath.attribute(nitf, "ed-urg", "head", "docdata", "urgency"));
        }
        if (draft.language == null) {
            draft.language = language();
        }
        if (draft.slugline == null) {
            draft.slugline = slugline();
        }
        if (draft.usageTerms == null) {
            draft.usageTerms = usageTerms();
        }
        if (draft.editorialNote == null) {
            draft.editorialNote = Sentences.of(NitfNotes.of(nitf));
        }
        if (draft.keywords.isEmpty()) {
            XmlPath.all(nitf, "head", "docdata", "key-list", "keyword").stream()
                    .map(keyword -> keyword.attr("key").strip())
                    .filter(key -> !key.isEmpty())
                    .forEach(draft.keywords::add);
        }
        if (draft.subjects.isEmpty()) {
            draft.subjects.addAll(subjects());
        }
        if (draft.places.isEmpty()) {
            draft.places.addAll(places());
        }
    }

    private String language() {
        return Stream.of(nitf.attr("xml:lang"), nitf.attr("baselang"))
                .filter(tag -> !tag.isBlank())
                .findFirst()
                .orElse(XmlPath.attribute(nitf, "xml:lang", "body"));
    }

    private String slugline() {
        return XmlPath.all(nitf, "head", "meta").stream()
                .filter(meta -> SLUGLINE.contains(meta.attr("name").toLowerCase(Locale.ROOT)))
                .map(meta -> meta.attr("content").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(XmlPath.attribute(nitf, "key", "head", "docdata", "du-key"));
    }

    private String usageTerms() {
        var terms = new ArrayList<String>();
        for (var rights : XmlPath.all(nitf, "head", "docdata", "doc.rights")) {
            terms.add(rights.attr("type"));
            terms.add(rights.attr("limitations"));
        }
        terms.add(XmlPath.line(nitf, "body", "body.head", "rights"));
        for (var copyright : XmlPath.all(nitf, "head", "docdata", "doc.copyright")) {
            var holder = copyright.attr("holder").strip();
            terms.add(holder.isEmpty() ? null : "© " + copyright.attr("year") + " " + holder);
        }
        return Sentences.of(terms);
    }

    private List<Subject> subjects() {
        return XmlPath.all(nitf, "head", "tobject", "tobject.subject").stream()
                .map(NitfDescription::subject)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Subject> subject(Element subject) {
        var name = first(subject, "tobject.subject.", SUBJECT_NAMES);
        var refnum = subject.attr("tobject.subject.refnum").strip();
        var code = refnum.isEmpty() ? subject.attr("tobject.subject.code").strip() : refnum;
        boolean isNone = code.matches("0*");
        if (isNone && name == null) {
            return Optional.empty();
        }
        var provider = subject.attr("tobject.subject.ipr").strip();
        boolean isIptc = provider.isEmpty() || provider.equalsIgnoreCase("IPTC");
        var scheme = isIptc ? Catalog.SUBJECT_CODES : provider;
        return Optional.of(
                isNone ? new Subject(null, null, name) : new Subject(scheme, code, name));
    }

    /** Where it happened; each by the most exact of its names. */
    private List<String> places() {
        return XmlPath.all(nitf, "head", "docdata", "evloc").stream()
                .map(place -> first(place, "", PLACE_NAMES))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String first(Element element, String prefix, List<String> attributes) {
        return attributes.stream()
                .map(name -> element.attr(prefix + name).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
