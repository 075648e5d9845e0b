package galley.editorial.frontpage;

import galley.events.PageArranged;
import galley.events.Section;

/**
 * A section as the API answers it; the fields are those of {@link Section}.
 *
 * @param key its place in addresses
 */
public record SectionView(
        String key,
        String name,
        String title,
        String description,
        int order,
        String language,
        boolean visible) {

    static SectionView of(StoredPage page) {
        Section it = page.section;
        return new SectionView(
                page.key.substring(PageArranged.SECTIONS.length()),
                it.name(),
                it.title(),
                it.description(),
                it.order(),
                it.language(),
                it.visible());
    }
}
