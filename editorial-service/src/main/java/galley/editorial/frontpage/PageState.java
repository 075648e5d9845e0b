package galley.editorial.frontpage;

import java.util.List;

import galley.events.Arrangement;
import galley.events.Section;

/**
 * What people set of a page.
 *
 * @param section null for the front page, and where there is no such section
 * @param arrangement null where there is no such section
 */
record PageState(Section section, Arrangement arrangement) {
    /** There is no such section. */
    static final PageState NONE = new PageState(null, null);

    /** A new section's page: the newest articles. */
    static PageState begun(Section section) {
        return new PageState(section, new Arrangement(30, List.of(), List.of()));
    }

    PageState with(Section settings) {
        return new PageState(settings, arrangement);
    }

    PageState with(Arrangement arranged) {
        return new PageState(section, arranged);
    }
}
