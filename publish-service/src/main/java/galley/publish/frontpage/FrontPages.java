package galley.publish.frontpage;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import galley.events.Arrangement;
import galley.events.PageArranged;
import galley.kit.paging.Cursor;
import galley.publish.edition.ArticleQuery;
import galley.publish.edition.Edition;
import galley.publish.edition.Entry;

/** The front page and the sections' pages as readers get them now. */
@ApplicationScoped
public class FrontPages {
    private static final Arrangement NEWEST = new Arrangement(30, List.of(), List.of());

    /** Before every article. */
    private static final Cursor START =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));

    private static final Comparator<ReaderSection> IN_ORDER =
            Comparator.<ReaderSection>comparingInt(section -> section.settings().order())
                    .thenComparing(section -> section.settings().title())
                    .thenComparing(ReaderSection::key);

    private final ArrangedPages pages;
    private final Edition edition;
    private final Clock clock;

    FrontPages(ArrangedPages pages, Edition edition, Clock clock) {
        this.pages = pages;
        this.edition = edition;
        this.clock = clock;
    }

    /** The front page; the newest articles where nobody has arranged it. */
    public Listing front() {
        return arranged().orElseGet(() -> listing(NEWEST, ArticleQuery.ALL));
    }

    /** The front page, where somebody has arranged it. */
    public Optional<Listing> arranged() {
        return page(PageArranged.FRONT).map(page -> listing(page.arrangement(), ArticleQuery.ALL));
    }

    /** The sections that readers see, in their order. */
    public List<ReaderSection> sections() {
        return pages.all().stream()
                .filter(FrontPages::isForReaders)
                .map(ReaderSection::of)
                .sorted(IN_ORDER)
                .toList();
    }

    /** A section that readers see. */
    public Optional<ReaderSection> section(String key) {
        return page(PageArranged.SECTIONS + key)
                .filter(FrontPages::isForReaders)
                .map(ReaderSection::of);
    }

    /** The page of a section. */
    public Listing listing(ReaderSection section) {
        return listing(section.arrangement(), query(section));
    }

    /** What stands in a section, newest first. */
    public static ArticleQuery query(ReaderSection section) {
        return ArticleQuery.ALL.section(section.settings().name());
    }

    private Optional<PageArranged> page(String key) {
        return pages.all().stream().filter(page -> page.page().equals(key)).findAny();
    }

    private static boolean isForReaders(PageArranged page) {
        return page.section() != null && page.section().visible();
    }

    private Listing listing(Arrangement arrangement, ArticleQuery query) {
        Set<UUID> named = Places.named(arrangement);
        // one more than can stand on the page tells whether others follow
        List<Cursor> newest = edition.places(query, arrangement.size() + named.size() + 1);
        List<UUID> ids =
                Places.fill(
                        arrangement,
                        edition.liveOf(named),
                        newest.stream().map(Cursor::id).toList(),
                        clock.instant());
        return new Listing(entries(ids), rest(newest, ids));
    }

    /** What was taken down since the places were filled is not there any more. */
    private List<Entry> entries(List<UUID> ids) {
        Map<UUID, Entry> found =
                edition.live(ids).stream()
                        .collect(Collectors.toMap(Entry::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static Cursor rest(List<Cursor> newest, List<UUID> shown) {
        Set<UUID> there = new HashSet<>(shown);
        Cursor last = START;
        for (Cursor place : newest) {
            if (!there.contains(place.id())) {
                return last;
            }
            last = place;
        }
        return null;
    }
}
