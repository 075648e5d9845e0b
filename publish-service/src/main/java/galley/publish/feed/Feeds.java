package galley.publish.feed;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.Version;
import galley.publish.http.KeptRepresentations;
import galley.publish.http.Representation;
import galley.publish.site.Addresses;

/**
 * Writes the feeds. A feed that was written is kept, and served again only while the database says
 * that it would come out the same: the same articles and withdrawals at the same revisions.
 */
@Singleton
class Feeds {
    private static final long MAX_BYTES_KEPT = 32 << 20;

    private final Edition edition;
    private final FeedEntries entries;
    private final Addresses addresses;
    private final ObjectMapper json;
    private final FeedConfig config;
    private final KeptRepresentations<String> kept = new KeptRepresentations<>(MAX_BYTES_KEPT);

    Feeds(
            Edition edition,
            FeedEntries entries,
            Addresses addresses,
            ObjectMapper json,
            FeedConfig config) {
        this.edition = edition;
        this.entries = entries;
        this.addresses = addresses;
        this.json = json;
        this.config = config;
    }

    /** What decides about the bytes of a feed. */
    private record Content(Channel channel, List<Version> articles, List<Version> killed) {}

    /** The absolute address of a feed. */
    String address(Channel channel, Format format) {
        return addresses.absolute(channel.path() + "/" + format.file());
    }

    /** The feed as it is now. */
    Representation feed(Channel channel, Format format) {
        var address = address(channel, format);
        return kept.get(address, content(channel)).orElseGet(() -> write(channel, format, address));
    }

    private Content content(Channel channel) {
        return new Content(
                channel,
                edition.versions(channel.articles(), config.size()),
                edition.killedVersions(channel.stood(), config.size()));
    }

    private Representation write(Channel channel, Format format, String address) {
        var live = edition.list(channel.articles(), config.size());
        var killed = edition.killed(channel.stood(), config.size());
        var feed =
                new Feed(
                        channel.title(),
                        channel.description(),
                        channel.language(),
                        addresses.absolute(channel.home()),
                        address,
                        addresses.hub(),
                        live.stream().map(entries::of).toList(),
                        killed.stream().map(Withdrawal::of).toList());
        return kept.keep(
                address,
                new Content(channel, versions(live), versions(killed)),
                Representation.of(format.mediaType(), write(format, feed)));
    }

    private static List<Version> versions(List<Entry> entries) {
        return entries.stream().map(Entry::asVersion).toList();
    }

    private byte[] write(Format format, Feed feed) {
        return switch (format) {
            case RSS -> RssFeed.write(feed);
            case ATOM -> AtomFeed.write(feed);
            case JSON -> json(feed);
        };
    }

    private byte[] json(Feed feed) {
        try {
            return json.writeValueAsBytes(JsonFeed.of(feed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A feed of no JSON", e);
        }
    }
}
