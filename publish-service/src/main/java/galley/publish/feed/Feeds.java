package galley.publish.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.publish.edition.Edition;
import galley.publish.edition.Entry;
import galley.publish.edition.Version;
import galley.publish.http.Representation;
import galley.publish.site.Addresses;
import galley.publish.site.SiteConfig;

/**
 * Writes the feeds. A feed that was written is kept, and served again only while the database says
 * that it would come out the same: the same articles and withdrawals at the same revisions.
 */
@Singleton
class Feeds {
    private final Edition edition;
    private final SiteConfig site;
    private final Addresses addresses;
    private final ObjectMapper json;
    private final FeedConfig config;
    private final Map<Format, Written> kept = new ConcurrentHashMap<>();

    Feeds(
            Edition edition,
            SiteConfig site,
            Addresses addresses,
            ObjectMapper json,
            FeedConfig config) {
        this.edition = edition;
        this.site = site;
        this.addresses = addresses;
        this.json = json;
        this.config = config;
    }

    private record Written(List<Version> versions, Representation representation) {}

    /** The feed as it is now. */
    Representation feed(Format format) {
        var last = kept.get(format);
        if (last != null && last.versions().equals(edition.feedVersions(config.size()))) {
            return last.representation();
        }
        var entries = edition.newest(config.size());
        var killed = edition.newestKilled(config.size());
        var written =
                new Written(
                        Stream.concat(entries.stream(), killed.stream())
                                .map(Entry::asVersion)
                                .toList(),
                        Representation.of(format.mediaType(), write(format, entries, killed)));
        kept.put(format, written);
        return written.representation();
    }

    private byte[] write(Format format, List<Entry> entries, List<Entry> killed) {
        var feed =
                new Feed(
                        site.title(),
                        site.description().orElse(site.title()),
                        site.language(),
                        addresses.absolute("/"),
                        addresses.absolute(format.path()),
                        entries.stream().map(entry -> FeedEntry.of(entry, addresses)).toList(),
                        killed.stream().map(Withdrawal::of).toList());
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
