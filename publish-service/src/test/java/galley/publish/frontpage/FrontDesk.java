package galley.publish.frontpage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;

import galley.events.Arrangement;
import galley.events.Decision;
import galley.events.PageArranged;
import galley.events.Pin;
import galley.events.Section;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;
import galley.publish.Samples;

/** Stands for editorial: arranges pages without a broker in between. */
@ApplicationScoped
public class FrontDesk {
    private final PageEvents events;

    FrontDesk(PageEvents events) {
        this.events = events;
    }

    /** Arranges the front page. */
    void arrange(long revision, int size, List<Pin> pins, List<UUID> order) {
        apply(page(PageArranged.FRONT, revision, null, new Arrangement(size, pins, order)));
    }

    /** Sets a section and the order of its page. */
    void set(String key, long revision, Section section, UUID... order) {
        apply(
                page(
                        PageArranged.SECTIONS + key,
                        revision,
                        section,
                        new Arrangement(30, List.of(), List.of(order))));
    }

    /** Sets what readers see of a section, each time anew. */
    public void section(String key, String name, String title) {
        set(key, System.nanoTime(), new Section(name, title, null, 1, null, true));
    }

    /** Deletes a section. */
    void delete(String key, long revision) {
        apply(page(PageArranged.SECTIONS + key, revision, null, null));
    }

    /** An event; one without an arrangement says that the page was deleted. */
    static PageArranged page(String page, long revision, Section section, Arrangement arrangement) {
        return new PageArranged(
                page,
                revision,
                arrangement == null,
                section,
                arrangement,
                new Decision(Instant.now(), "staff:" + Samples.id(), null));
    }

    private void apply(PageArranged page) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            try {
                                events.on(event(page));
                            } catch (UnreadableEventException | JsonProcessingException e) {
                                throw new IllegalArgumentException(e);
                            }
                        });
    }

    private static IncomingEvent event(PageArranged page) throws JsonProcessingException {
        return new IncomingEvent(
                Samples.id(),
                "/galley/editorial",
                PageArranged.TYPE,
                page.page(),
                page.revision(),
                Instant.now(),
                page.page(),
                Samples.JSON.writeValueAsBytes(page));
    }
}
