package galley.publish.page;

import java.util.List;

import galley.kit.paging.Cursor;
import galley.publish.frontpage.Listing;
import galley.publish.frontpage.ReaderSection;
import galley.publish.site.Addresses;

/**
 * A page that lists articles: the front page, a section's, or what is older.
 *
 * @param section the section whose page it is, or null
 * @param sections those that the navigation leads to
 * @param older the address of the page with older ones, or null
 */
public record ListPage(
        SectionLink section,
        List<SectionLink> sections,
        List<ListedArticle> articles,
        String older) {

    /**
     * A way to a section, ready for a template.
     *
     * @param feeds the path below which its feeds are
     */
    public record SectionLink(
            String title, String description, String language, String path, String feeds) {
        static SectionLink of(ReaderSection section) {
            var it = section.settings();
            return new SectionLink(
                    it.title(),
                    it.description(),
                    it.language(),
                    Addresses.sectionPath(section.key()),
                    Addresses.sectionFeedsPath(section.key()));
        }
    }

    /** The front page, or what is older. */
    static ListPage front(Listing listing, List<ReaderSection> sections) {
        return of(null, "/", listing, sections);
    }

    /** A section's page, or what is older in it. */
    static ListPage of(ReaderSection section, Listing listing, List<ReaderSection> sections) {
        var link = SectionLink.of(section);
        return of(link, link.path(), listing, sections);
    }

    private static ListPage of(
            SectionLink section, String path, Listing listing, List<ReaderSection> sections) {
        Cursor rest = listing.rest();
        return new ListPage(
                section,
                sections.stream().map(SectionLink::of).toList(),
                listing.entries().stream().map(ListedArticle::of).toList(),
                rest == null ? null : path + "?cursor=" + rest.encode());
    }
}
