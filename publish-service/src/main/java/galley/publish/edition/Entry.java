package galley.publish.edition;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.SqlFragmentAlias;

import galley.events.Article;

/**
 * An article in the edition, as it was read. {@link Edition} writes the rows, each by one
 * statement; an object is never written back.
 */
@Entity
@Immutable
@Table(name = "edition_article")
@FilterDef(
        name = Entry.OF_PRODUCT,
        parameters = @ParamDef(name = Entry.PRODUCT, type = String.class))
@Filter(
        name = Entry.OF_PRODUCT,
        condition =
                "({e}.state = 'KILLED' or in_product(cast(:product as jsonb), {e}.section,"
                        + " {e}.tags, {e}.sources, {e}.language, {e}.article))",
        deduceAliasInjectionPoints = false,
        aliases = @SqlFragmentAlias(alias = "e", table = "edition_article"))
public class Entry {
    /** Leaves out what is not of a product; the notices of killed articles are for everybody. */
    static final String OF_PRODUCT = "ofProduct";

    /** The product as JSON. */
    static final String PRODUCT = "product";

    @Id UUID id;
    long revision;
    int version;

    @Enumerated(EnumType.STRING)
    State state;

    boolean shown;
    String slug;
    String language;
    String section;
    String[] tags;
    String[] bylines;
    String[] sources;
    String[] stood;
    String headline;
    Instant publishedAt;
    Instant updatedAt;
    Instant embargoedUntil;
    Instant changedAt;
    String note;
    String origin;

    @Column(columnDefinition = "jsonb")
    @Convert(converter = ArticleJson.class)
    Article article;

    /** For Hibernate. */
    protected Entry() {}

    /** The article's id. */
    public UUID id() {
        return id;
    }

    /** The state of the article that this is. */
    public Version asVersion() {
        return new Version(id, revision, changedAt);
    }

    /** What readers get. */
    public State state() {
        return state;
    }

    /** What the public counts. */
    public int version() {
        return version;
    }

    /** The last segment of its present address. */
    public String slug() {
        return slug;
    }

    /** BCP 47, or null. */
    public String language() {
        return language;
    }

    /** Its headline, or null where a killed article must not show even that. */
    public String headline() {
        return headline;
    }

    /** When readers got it first; null for some that were killed before. */
    public Instant publishedAt() {
        return publishedAt;
    }

    /** When its public text last changed, or it was killed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** When it last changed here. */
    public Instant changedAt() {
        return changedAt;
    }

    /** The public note of the decision that made this version, or null. */
    public String note() {
        return note;
    }

    /** The whole article, its bodies safe; null once it was killed. */
    public Article article() {
        return article;
    }
}
