package galley.publish.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.inject.Singleton;

import galley.publish.html.DayView;
import galley.publish.site.SiteConfig;

/** What every page has of the site: its name, its words in its language, its dress. */
@Singleton
public class Site {
    private final SiteConfig config;
    private final Assets assets;
    private final Locale locale;
    private final Words words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter month;

    Site(SiteConfig config, Theme theme, Assets assets) {
        this.config = config;
        this.assets = assets;
        this.locale = Locale.forLanguageTag(config.language());
        this.words = new Words(locale, theme);
        this.day = formatter("date");
        this.minute = formatter("time");
        this.month = formatter("month");
    }

    /** The publication's name. */
    public String title() {
        return config.title();
    }

    /** One sentence about the publication, or null. */
    public String description() {
        return config.description().orElse(null);
    }

    /** BCP 47 language of the site's own words. */
    public String language() {
        return config.language();
    }

    /** The same as Java has it. */
    Locale locale() {
        return locale;
    }

    /**
     * The site's words for something.
     *
     * @throws IllegalArgumentException when there are none for this key
     */
    public String say(String key) {
        return words.say(key);
    }

    /** The site's words for something about a thing. */
    public String say(String key, Object thing) {
        return words.say(key, thing);
    }

    /**
     * The address of a file for pages, under which it never changes.
     *
     * @param name such as {@code site.css}
     * @throws IllegalArgumentException when there is no such file
     */
    public String asset(String name) {
        return assets.path(name);
    }

    /** A day of the calendar; null stays null. */
    DayView day(LocalDate date) {
        return date == null ? null : new DayView(day.format(date), date.toString());
    }

    /** The day of a time, in UTC; null stays null. */
    DayView day(Instant time) {
        return time == null
                ? null
                : new DayView(day.format(time.atOffset(ZoneOffset.UTC)), time.toString());
    }

    /** A time to the minute, in UTC. */
    DayView minute(Instant time) {
        return new DayView(minute.format(time.atOffset(ZoneOffset.UTC)), time.toString());
    }

    /** A month's name and its year. */
    String month(YearMonth it) {
        return month.format(it);
    }

    private DateTimeFormatter formatter(String key) {
        return DateTimeFormatter.ofPattern(words.say(key), locale);
    }
}
