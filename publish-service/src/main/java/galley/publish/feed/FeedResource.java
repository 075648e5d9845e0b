package galley.publish.feed;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.publish.edition.Edition;
import galley.publish.http.Answers;

/** The newest articles, for feed readers. */
@Path("/feeds")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Feeds", description = "The newest articles, whole")
public class FeedResource {
    private final Feeds feeds;
    private final Edition edition;
    private final Clock clock;

    FeedResource(Feeds feeds, Edition edition, Clock clock) {
        this.feeds = feeds;
        this.edition = edition;
        this.clock = clock;
    }

    @GET
    @Path("rss.xml")
    @Operation(summary = "RSS 2.0")
    public Response rss(@Context HttpHeaders request) {
        return answer(Format.RSS, request);
    }

    @GET
    @Path("atom.xml")
    @Operation(summary = "Atom 1.0")
    public Response atom(@Context HttpHeaders request) {
        return answer(Format.ATOM, request);
    }

    @GET
    @Path("feed.json")
    @Operation(summary = "JSON Feed 1.1")
    public Response json(@Context HttpHeaders request) {
        return answer(Format.JSON, request);
    }

    private Response answer(Format format, HttpHeaders request) {
        // before the feed: a change in between then makes the feed newer than the time, never older
        var lastChange = edition.lastChange();
        return Answers.ofList(feeds.feed(format), lastChange, clock.instant(), request).build();
    }
}
