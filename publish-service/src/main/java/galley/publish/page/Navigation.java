package galley.publish.page;

import java.util.List;

import galley.publish.frontpage.ReaderSection;
import galley.publish.site.Addresses;

/**
 * The sections that readers see, in their order.
 *
 * @param here the one whose page it is, or null
 */
public record Navigation(List<SectionLink> sections, SectionLink here) {

    /**
     * A way to a section, ready for a template.
     *
     * @param name what articles carry
     * @param feeds the path below which its feeds are
     */
    public record SectionLink(
            String name,
            String title,
            String description,
            String language,
            String path,
            String feeds) {
        static SectionLink of(ReaderSection section) {
            var it = section.settings();
            return new SectionLink(
                    it.name(),
                    it.title(),
                    it.description(),
                    it.language(),
                    Addresses.sectionPath(section.key()),
                    Addresses.sectionFeedsPath(section.key()));
        }
    }

    static Navigation of(List<ReaderSection> sections) {
        return new Navigation(sections.stream().map(SectionLink::of).toList(), null);
    }

    /** The same on a section's own page. */
    static Navigation at(ReaderSection here, List<ReaderSection> sections) {
        return new Navigation(of(sections).sections(), SectionLink.of(here));
    }

    /**
     * The section that articles name so, with a way to its page where there is one; null for null.
     */
    Link link(String name) {
        if (name == null) {
            return null;
        }
        return sections.stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .map(section -> new Link(section.title(), section.path()))
                .orElse(new Link(name, null));
    }
}
