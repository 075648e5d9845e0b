package galley.editorial.frontpage;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

import galley.events.Arrangement;
import galley.events.Pin;

/**
 * An arrangement as the API answers it, and takes it back.
 *
 * @param order {@link #NEWEST}, or {@link First}
 */
public record ArrangementView(int size, List<Pin> pins, Object order) {
    /** The newest published first, and nothing before them. */
    static final String NEWEST = "newest";

    /** What it means, for the API's description. */
    static final String SHAPE =
            "`pins` keep articles at a position, until a time or for good; `order` is `newest`, or"
                + " `{\"articles\": [ids]}` for articles that go first. The rest follows, newest"
                + " first. What is not live takes no place.";

    /** Articles that go first, in this order. */
    public record First(List<UUID> articles) {}

    /** Answers with a page's arrangement and its ETag. */
    static RestResponse<ArrangementView> answer(StoredPage page) {
        return RestResponse.ResponseBuilder.ok(of(page.arrangement))
                .header(HttpHeaders.ETAG, page.etag().toString())
                .build();
    }

    private static ArrangementView of(Arrangement it) {
        return new ArrangementView(
                it.size(), it.pins(), it.order().isEmpty() ? NEWEST : new First(it.order()));
    }
}
