package galley.publish.page;

import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import galley.publish.edition.PublicationMonth;
import galley.publish.site.Addresses;

/**
 * The months in which something was published.
 *
 * @param year the one that is shown; null for all
 * @param years the latest first
 */
public record ArchivePage(Year year, Navigation navigation, List<OneYear> years) {

    /** A year and its months, the latest first. */
    public record OneYear(String title, String path, List<OneMonth> months) {}

    /**
     * A month.
     *
     * @param articles how many, in the site's words
     */
    public record OneMonth(String title, String path, String articles) {}

    /**
     * Of months.
     *
     * @param months the oldest first
     */
    static ArchivePage of(
            Year year, List<PublicationMonth> months, Navigation navigation, Site site) {
        Map<Integer, List<PublicationMonth>> byYear =
                months.reversed().stream()
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.month().getYear(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return new ArchivePage(
                year,
                navigation,
                byYear.entrySet().stream()
                        .map(
                                it ->
                                        new OneYear(
                                                "%04d".formatted(it.getKey()),
                                                "/archive/%04d".formatted(it.getKey()),
                                                it.getValue().stream()
                                                        .map(month -> one(month, site))
                                                        .toList()))
                        .toList());
    }

    private static OneMonth one(PublicationMonth it, Site site) {
        return new OneMonth(
                site.month(it.month()),
                Addresses.archivePath(it.month()),
                site.say("articles", it.articles()));
    }
}
