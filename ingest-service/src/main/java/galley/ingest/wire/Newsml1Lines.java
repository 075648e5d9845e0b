package galley.ingest.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;

import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/** The lines that a NewsItem of NewsML 1 is shown with (NewsLines), and its rights. */
final class Newsml1Lines {
    private static final String LINES = "NewsLines";
    private static final Pattern FOR_EDITORS =
            Pattern.compile("(?i)advisory.*|.*instruction.*|ed.*note.*");

    private final Newsml1Component main;
    private final List<Newsml1Component> components;
    private final ItemDraft draft;

    Newsml1Lines(Newsml1Component main, List<Newsml1Component> components, ItemDraft draft) {
        this.main = main;
        this.components = components;
        this.draft = draft;
    }

    /** Fills the draft, and what is known of where the item was filed. */
    void read(Filing filing) {
        draft.headline = line("HeadLine");
        draft.slugline = line("SlugLine");
        draft.byline = line("ByLine");
        draft.credit = line("CreditLine");
        filing.text = line("DateLine");
        filing.agencies.add(draft.credit);
        filing.agencies.add(line("CopyrightLine"));
        for (var party : new String[] {"Provider", "Source"}) {
            var name = main.attribute("FormalName", "AdministrativeMetadata", party, "Party");
            draft.credit = draft.credit == null ? name : draft.credit;
            filing.agencies.add(name);
        }
        readAuthors();
        readNote();
        readRights();
    }

    /** Takes the headline under the first for a summary, where the item has no other. */
    void fillSummary() {
        var under = line("SubHeadLine");
        if (draft.summary == null && under != null) {
            draft.summary = PlainText.toHtml(under);
        }
    }

    /** The nearest line of this kind, else the first in the item. */
    private String line(String name) {
        var nearest = main.line(LINES, name);
        return nearest != null
                ? nearest
                : components.stream()
                        .map(one -> XmlPath.line(one.element(), LINES, name))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Many agencies give initials instead of names. */
    private void readAuthors() {
        main.all("AdministrativeMetadata", "Creator", "Party").stream()
                .map(party -> PlainText.line(party.attr("FormalName")))
                .filter(name -> name.contains(" "))
                .forEach(draft.authors::add);
    }

    private void readNote() {
        draft.editorialNote =
                Sentences.of(
                        main.all(LINES, "NewsLine").stream()
                                .filter(Newsml1Lines::isForEditors)
                                .map(line -> XmlPath.line(line, "NewsLineText"))
                                .filter(Objects::nonNull)
                                .toList());
    }

    private static boolean isForEditors(Element line) {
        var type = XmlPath.attribute(line, "FormalName", "NewsLineType");
        return type != null && FOR_EDITORS.matcher(type).matches();
    }

    private void readRights() {
        var terms = new ArrayList<String>();
        for (var rights : main.all("RightsMetadata", "UsageRights")) {
            for (var name : new String[] {"UsageType", "Geography", "Limitations"}) {
                terms.add(XmlPath.line(rights, name));
            }
        }
        Stream.of("RightsLine", "CopyrightLine").map(this::line).forEach(terms::add);
        draft.usageTerms = Sentences.of(terms);
    }
}
