package galley.editorial.picture;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.content.KnownPictures;
import galley.editorial.content.Times;
import galley.editorial.staff.Actor;
import galley.events.Picture;
import galley.kit.media.MediaStore;
import galley.kit.paging.Cursor;
import galley.kit.paging.PageRequest;
import galley.kit.picture.CheckedPicture;
import galley.kit.picture.PictureCheck;
import galley.kit.picture.UnfitPictureException;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * All pictures that articles can show: those that the staff uploaded, and those that ingest kept in
 * the same store. Of the latter there is no row; the file itself says what it is.
 */
@ApplicationScoped
class Pictures implements PanacheRepositoryBase<StoredPicture, UUID>, KnownPictures {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    /** Everything is before it. */
    private static final Cursor NEWEST =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    /** Two may bring the same picture at the same time. */
    private static final String ADD =
            """
            insert into picture (id, hash, type, width, height, animated, bytes, credit,
                copyright_notice, caption, uploaded_by, uploaded_at)
            values (:id, :hash, :type, :width, :height, :animated, :bytes, :credit,
                :notice, :caption, :by, :at)
            on conflict (hash) do nothing
            """;

    private final MediaStore store;
    private final SiteAddress site;
    private final Clock clock;

    Pictures(MediaStore store, SiteAddress site, Clock clock) {
        this.store = store;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Notes who uploaded a picture whose file is in the store already.
     *
     * @return the first upload of it, and whether this one is
     */
    @Transactional
    Added add(String hash, CheckedPicture checked, Actor by) {
        StoredPicture picture = StoredPicture.of(hash, checked);
        int added =
                getEntityManager()
                        .createNativeQuery(ADD)
                        .setParameter("id", IDS.generate())
                        .setParameter("hash", picture.hash)
                        .setParameter("type", picture.type)
                        .setParameter("width", picture.width)
                        .setParameter("height", picture.height)
                        .setParameter("animated", picture.animated)
                        .setParameter("bytes", picture.bytes)
                        .setParameter("credit", picture.credit)
                        .setParameter("notice", picture.copyrightNotice)
                        .setParameter("caption", picture.caption)
                        .setParameter("by", by.id())
                        .setParameter("at", Times.asStored(clock.instant()))
                        .executeUpdate();
        return new Added(uploaded(hash).orElseThrow(), added > 0);
    }

    /** The picture with this hash. */
    @Transactional
    Optional<StoredPicture> stored(String hash) {
        return uploaded(hash).or(() -> keptByIngest(hash));
    }

    /**
     * The file of a picture.
     *
     * @throws Problem 404
     */
    byte[] bytes(String hash) {
        return store.get(hash).orElseThrow(Pictures::notFound);
    }

    /** Uploads, the latest first. */
    @Transactional
    List<StoredPicture> page(Optional<Actor> uploader, PageRequest request) {
        Cursor before = request.after() == null ? NEWEST : request.after();
        return find(
                        "(uploadedAt < ?1 or uploadedAt = ?1 and id < ?2)"
                                + (uploader.isPresent() ? " and uploadedBy = ?3" : "")
                                + " order by uploadedAt desc, id desc",
                        uploader.map(it -> new Object[] {before.time(), before.id(), it.id()})
                                .orElseGet(() -> new Object[] {before.time(), before.id()}))
                .page(0, request.rowsToRead())
                .list();
    }

    @Override
    public Optional<Picture> picture(String hash) {
        return stored(hash).map(StoredPicture::reference);
    }

    @Override
    public String address(String hash) {
        return site.picture(hash);
    }

    static Problem notFound() {
        return Problems.notFound("There is no picture with this hash.");
    }

    private Optional<StoredPicture> uploaded(String hash) {
        return find("hash", hash).firstResultOptional();
    }

    private Optional<StoredPicture> keptByIngest(String hash) {
        return store.get(hash).flatMap(file -> checked(hash, file));
    }

    private static Optional<StoredPicture> checked(String hash, byte[] file) {
        try {
            return Optional.of(StoredPicture.of(hash, PictureCheck.of(file)));
        } catch (UnfitPictureException e) {
            return Optional.empty();
        }
    }

    /**
     * A picture that is known now.
     *
     * @param isNew whether it was not before
     */
    record Added(StoredPicture picture, boolean isNew) {}
}
