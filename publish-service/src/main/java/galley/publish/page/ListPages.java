package galley.publish.page;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import galley.publish.edition.ArticleQuery;
import galley.publish.frontpage.FrontPages;
import galley.publish.frontpage.Listing;
import galley.publish.frontpage.ReaderSection;
import galley.publish.page.ListPage.Heading;
import galley.publish.page.Lists.Frame;
import galley.publish.page.Lists.Place;
import galley.publish.site.Addresses;

/** The front page and the sections' pages, arranged by editors, and what is older. */
@ApplicationScoped
class ListPages {
    private final FrontPages frontPages;
    private final Lists lists;

    ListPages(FrontPages frontPages, Lists lists) {
        this.frontPages = frontPages;
        this.lists = lists;
    }

    /** The front page as it was arranged, or another page of all articles. */
    ListPage front(Place place) {
        var frame = new Frame(null, Navigation.of(frontPages.sections()), "/");
        var arranged = place.isStart() ? frontPages.arranged() : Optional.<Listing>empty();
        return arranged.map(listing -> lists.arranged(listing, frame))
                .orElseGet(() -> lists.page(ArticleQuery.ALL, place, frame));
    }

    /** The page of a section that readers see, or another page of its articles. */
    Optional<ListPage> section(String key, Place place) {
        return frontPages.section(key).map(section -> section(section, place));
    }

    private ListPage section(ReaderSection section, Place place) {
        var it = section.settings();
        var frame =
                new Frame(
                        new Heading(null, it.title(), it.description(), it.language()),
                        Navigation.at(section, frontPages.sections()),
                        Addresses.sectionPath(section.key()));
        return place.isStart()
                ? lists.arranged(frontPages.listing(section), frame)
                : lists.page(FrontPages.query(section), place, frame);
    }
}
