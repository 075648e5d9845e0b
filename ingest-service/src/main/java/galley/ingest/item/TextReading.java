package galley.ingest.item;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import galley.events.ItemContent;
import galley.events.ItemProposal;
import galley.ingest.language.LanguageDetection;
import galley.ingest.structure.Post;
import galley.ingest.structure.Structure;
import galley.ingest.structure.StructureReader;

/** What an item's text tells of itself, beside what its source says of it. */
public final class TextReading {
    private static final Logger LOG = Logger.getLogger(TextReading.class);

    private TextReading() {}

    /**
     * The same item with its language, where the source does not tell that, and with proposals how
     * it is built, after those of the source. Where that can't be read, {@code structure} is
     * proposed to be {@code unreadable}: it stays one part.
     */
    public static ItemContent of(ItemContent told) {
        return of(told, StructureReader::read);
    }

    static ItemContent of(ItemContent told, Function<Post, Structure> reader) {
        var content = inItsLanguage(told);
        return content.withProposals(
                Stream.concat(told.proposals().stream(), proposals(content, reader).stream())
                        .toList());
    }

    private static ItemContent inItsLanguage(ItemContent content) {
        if (content.language() != null) {
            return content;
        }
        var text = content.body().isEmpty() ? content.summary() : content.body();
        return LanguageDetection.of(text == null ? "" : text)
                .map(content::withLanguage)
                .orElse(content);
    }

    private static List<ItemProposal> proposals(
            ItemContent content, Function<Post, Structure> reader) {
        try {
            return reader.apply(post(content)).proposals();
        } catch (RuntimeException | StackOverflowError e) {
            // It is an item all the same.
            LOG.errorf(e, "The structure of \"%s\" can't be read", content.headline());
            return List.of(new ItemProposal("structure", null, "unreadable", null, 0));
        }
    }

    private static Post post(ItemContent content) {
        var created = content.firstCreated();
        return new Post(
                content.headline(),
                content.body(),
                content.language(),
                content.partial(),
                created == null ? null : LocalDate.ofInstant(created, ZoneOffset.UTC));
    }
}
