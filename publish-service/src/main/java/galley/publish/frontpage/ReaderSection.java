package galley.publish.frontpage;

import galley.events.Arrangement;
import galley.events.PageArranged;
import galley.events.Section;

/**
 * A section that readers see.
 *
 * @param key its place in addresses
 */
public record ReaderSection(String key, Section settings, Arrangement arrangement) {
    static ReaderSection of(PageArranged page) {
        return new ReaderSection(
                page.page().substring(PageArranged.SECTIONS.length()),
                page.section(),
                page.arrangement());
    }
}
