package galley.publish.feed;

import java.time.Clock;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;
import galley.publish.edition.Edition;
import galley.publish.http.Answers;
import galley.publish.site.Addresses;

/** The newest articles, for feed readers. Every feed is there in each format. */
@Path(Addresses.FEEDS_PATH)
@PermitAll
@RunOnVirtualThread
@Tag(name = "Feeds", description = "The newest articles")
@APIResponse(responseCode = "200", description = "The feed")
@APIResponse(responseCode = "304", description = "It is as you have it")
public class FeedResource {
    private static final String FORMATS =
            "`file` is `rss.xml` (RSS 2.0), `atom.xml` (Atom 1.0) or `feed.json` (JSON Feed 1.1).";

    /**
     * In which format a feed is wanted, and by whom.
     *
     * @param file the name of the format's file
     */
    record Wanted(@PathParam("file") String file, @Context HttpHeaders request) {}

    private final Channels channels;
    private final Feeds feeds;
    private final Edition edition;
    private final Addresses addresses;
    private final Clock clock;

    FeedResource(
            Channels channels, Feeds feeds, Edition edition, Addresses addresses, Clock clock) {
        this.channels = channels;
        this.feeds = feeds;
        this.edition = edition;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GET
    @Path("rss.xml")
    @Operation(summary = "RSS 2.0")
    public Response rss(@Context HttpHeaders request) {
        return answer(channels.whole(), Format.RSS, request);
    }

    @GET
    @Path("atom.xml")
    @Operation(summary = "Atom 1.0")
    public Response atom(@Context HttpHeaders request) {
        return answer(channels.whole(), Format.ATOM, request);
    }

    @GET
    @Path("feed.json")
    @Operation(summary = "JSON Feed 1.1")
    public Response json(@Context HttpHeaders request) {
        return answer(channels.whole(), Format.JSON, request);
    }

    @GET
    @Path("sections/{key}/{file}")
    @Operation(summary = "The newest articles of a section", description = FORMATS)
    @APIResponse(responseCode = "404", description = "There is no such section")
    public Response section(@PathParam("key") String key, @BeanParam Wanted wanted) {
        return answer(channels.section(key), wanted);
    }

    @GET
    @Path("tags/{tag}/{file}")
    @Operation(summary = "The newest articles with a tag", description = FORMATS)
    @APIResponse(responseCode = "404", description = "No article has this tag")
    public Response tag(@PathParam("tag") String tag, @BeanParam Wanted wanted) {
        return answer(channels.tag(tag), wanted);
    }

    @GET
    @Path("authors/{name}/{file}")
    @Operation(summary = "The newest articles of an author, by a byline", description = FORMATS)
    @APIResponse(responseCode = "404", description = "No article is by this author")
    public Response author(@PathParam("name") String name, @BeanParam Wanted wanted) {
        return answer(channels.author(name), wanted);
    }

    @GET
    @Path("languages/{language}/{file}")
    @Operation(
            summary = "The newest articles in a language (BCP 47); `en` also finds `en-GB`",
            description = FORMATS)
    @APIResponse(responseCode = "404", description = "No article is in this language")
    public Response language(@PathParam("language") String language, @BeanParam Wanted wanted) {
        return answer(channels.language(language), wanted);
    }

    private Response answer(Optional<Channel> channel, Wanted wanted) {
        var found =
                channel.orElseThrow(() -> Problems.notFound("There is nothing to have a feed of."));
        var format =
                Format.of(wanted.file())
                        .orElseThrow(
                                () ->
                                        Problems.notFound(
                                                "There is no feed named " + wanted.file() + "."));
        return answer(found, format, wanted.request());
    }

    private Response answer(Channel channel, Format format, HttpHeaders request) {
        // before the feed: a change in between then makes the feed newer than the time, never older
        var lastChange = channel.hasOwnSettings() ? null : edition.lastChange();
        var feed = feeds.feed(channel, format);
        return Answers.ofList(feed, lastChange, clock.instant(), request)
                .header(HttpHeaders.LINK, links(channel, format))
                .build();
    }

    /** What WebSub asks for: the feed's own address, and where to subscribe to it. */
    private String links(Channel channel, Format format) {
        return "<%s>; rel=\"self\", <%s>; rel=\"hub\""
                .formatted(feeds.address(channel, format), addresses.hub());
    }
}
