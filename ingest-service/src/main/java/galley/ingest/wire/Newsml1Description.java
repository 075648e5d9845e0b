package galley.ingest.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.events.Subject;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** What a NewsItem of NewsML 1 is about (DescriptiveMetadata), with the names of its topics. */
final class Newsml1Description {
    private static final String DESCRIPTION = "DescriptiveMetadata";
    private static final Pattern SUBJECT_CODE = Pattern.compile("\\d{8}");
    private static final Pattern BETWEEN_KEYWORDS = Pattern.compile("[;,]");

    /** From the most to the least exact. */
    private static final List<String> PLACE_NAMES =
            List.of("City", "CountryArea", "Area", "Country");

    /** Countries and their parts often stand there by their codes. */
    private static final Pattern PLACE_CODE = Pattern.compile("[A-Z]{2,3}");

    private final Element item;
    private final Newsml1Component main;
    private final ItemDraft draft;

    Newsml1Description(Element item, Newsml1Component main, ItemDraft draft) {
        this.item = item;
        this.main = main;
        this.draft = draft;
    }

    /** Fills the draft, and what is known of where the item was filed. */
    void read(Filing filing) {
        draft.language = main.language();
        readSubjects();
        readKeywords();
        main.all(DESCRIPTION, "Location").forEach(location -> add(location, filing));
    }

    private void readSubjects() {
        var topics = topics();
        for (var code : main.all(DESCRIPTION, "SubjectCode")) {
            for (var subject : code.children()) {
                var name = subject.attr("FormalName").strip();
                if (!name.isEmpty()) {
                    draft.subjects.add(
                            new Subject(scheme(subject, name), name, topicName(topics.get(name))));
                }
            }
        }
    }

    private static String scheme(Element subject, String code) {
        if (SUBJECT_CODE.matcher(code).matches()) {
            return Catalog.SUBJECT_CODES;
        }
        return Stream.of("Vocabulary", "Scheme")
                .map(attribute -> subject.attr(attribute).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The topics that the item describes itself, by their codes. */
    private Map<String, Element> topics() {
        Map<String, Element> topics = new HashMap<>();
        for (var topic : XmlPath.inside(item, "Topic")) {
            for (var name : XmlPath.all(topic, "FormalName")) {
                topics.putIfAbsent(name.wholeText().strip(), topic);
            }
        }
        return topics;
    }

    private String topicName(Element topic) {
        if (topic == null) {
            return null;
        }
        var descriptions = XmlPath.all(topic, "Description");
        var names = descriptions.stream().filter(one -> isName(one.attr("Variant"))).toList();
        return Localized.first(main.language(), names).map(XmlPath::line).orElse(null);
    }

    private static boolean isName(String variant) {
        return variant.isBlank() || variant.equalsIgnoreCase("Name");
    }

    private void readKeywords() {
        var lines = main.all("NewsLines", "KeywordLine").stream().map(Element::wholeText);
        var properties =
                main.all(DESCRIPTION, "Property").stream()
                        .filter(one -> one.attr("FormalName").equalsIgnoreCase("Keyword"))
                        .map(one -> one.attr("Value"));
        Stream.concat(lines, properties)
                .flatMap(BETWEEN_KEYWORDS::splitAsStream)
                .map(PlainText::line)
                .filter(keyword -> !keyword.isEmpty())
                .forEach(draft.keywords::add);
    }

    /** Where the item comes from is no place that it is about. */
    private void add(Element location, Filing filing) {
        var place =
                PLACE_NAMES.stream()
                        .map(name -> property(location, name))
                        .filter(name -> name != null && !PLACE_CODE.matcher(name).matches())
                        .findFirst();
        if (location.attr("HowPresent").equalsIgnoreCase("Origin")) {
            filing.place = filing.place == null ? property(location, "City") : filing.place;
        } else {
            place.ifPresent(draft.places::add);
        }
    }

    private static String property(Element location, String name) {
        return XmlPath.all(location, "Property").stream()
                .filter(one -> one.attr("FormalName").equalsIgnoreCase(name))
                .map(one -> PlainText.lineOrNull(one.attr("Value")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
