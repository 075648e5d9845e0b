package galley.ingest.wire;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

/** What a NITF document tells editors and not readers. */
final class NitfNotes {
    private NitfNotes() {}

    /** Whether an element is a note that must not be published. */
    static boolean isForEditors(Element element) {
        return element.tag().localName().equals("note")
                && (element.attr("type").equals("npa")
                        || element.attr("noteclass").equals("editorsnote"));
    }

    /** Editorial messages, what was corrected, and the notes for editors, in this order. */
    static List<String> of(Element nitf) {
        var messages =
                Stream.of("ed-msg", "correction")
                        .flatMap(name -> XmlPath.all(nitf, "head", "docdata", name).stream())
                        .map(message -> message.attr("info").strip())
                        .filter(text -> !text.isEmpty());
        var notes =
                XmlPath.inside(nitf, "note").stream()
                        .filter(NitfNotes::isForEditors)
                        .map(XmlPath::line)
                        .filter(Objects::nonNull);
        return Stream.concat(messages, notes).distinct().toList();
    }
}
