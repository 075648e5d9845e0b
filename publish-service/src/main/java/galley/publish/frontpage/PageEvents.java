package galley.publish.frontpage;

import java.io.IOException;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.Arrangement;
import galley.events.PageArranged;
import galley.events.Section;
import galley.messaging.EventHandler;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

/** Keeps what editorial tells of pages. */
@ApplicationScoped
class PageEvents implements EventHandler {
    static final String GROUP = "publish-front-page";

    private final ArrangedPages pages;
    private final ObjectMapper json;

    PageEvents(ArrangedPages pages, ObjectMapper json) {
        this.pages = pages;
        this.json = json;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP);
    }

    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        pages.keep(read(event));
    }

    private PageArranged read(IncomingEvent event) throws UnreadableEventException {
        if (!PageArranged.TYPE.equals(event.type())) {
            throw new UnreadableEventException("Unknown type " + event.type());
        }
        try {
            return checked(json.readValue(event.data(), PageArranged.class));
        } catch (IOException e) {
            throw new UnreadableEventException("No " + event.type() + ": " + e.getMessage(), e);
        }
    }

    /** Only what can be shown is kept: pages are read by every reader. */
    private static PageArranged checked(PageArranged page) throws UnreadableEventException {
        if (page == null || page.page() == null || page.revision() < 1) {
            throw new UnreadableEventException("Without its page or its revision");
        }
        boolean front = page.page().equals(PageArranged.FRONT);
        if (!front && !page.page().startsWith(PageArranged.SECTIONS)) {
            throw new UnreadableEventException("Unknown page " + page.page());
        }
        if (!page.deleted() && !isWhole(page.arrangement())) {
            throw new UnreadableEventException("Without its arrangement");
        }
        if (!page.deleted() && !front && !isWhole(page.section())) {
            throw new UnreadableEventException("Without its section");
        }
        return page;
    }

    private static boolean isWhole(Arrangement it) {
        return it != null
                && it.size() >= 1
                && it.order() != null
                && !it.order().contains(null)
                && it.pins() != null
                && it.pins().stream().allMatch(pin -> pin != null && pin.article() != null);
    }

    private static boolean isWhole(Section it) {
        return it != null && it.name() != null && it.title() != null;
    }
}
