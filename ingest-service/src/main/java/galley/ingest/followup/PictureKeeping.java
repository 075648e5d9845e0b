package galley.ingest.followup;

import java.net.URI;

import jakarta.enterprise.context.ApplicationScoped;

import galley.kit.http.FetchException;
import galley.kit.http.FetchRequest;
import galley.kit.http.SafeHttp;
import galley.kit.media.MediaStore;
import galley.kit.picture.PictureCheck;
import galley.kit.picture.UnfitPictureException;

/** Fetches, checks and keeps a picture that an item names. */
@ApplicationScoped
class PictureKeeping {
    private static final String ACCEPT = "image/jpeg, image/png, image/webp, image/gif";

    private final SafeHttp http;
    private final MediaStore media;
    private final FollowUpStore store;

    PictureKeeping(SafeHttp http, MediaStore media, FollowUpStore store) {
        this.http = http;
        this.media = media;
        this.store = store;
    }

    void keep(FollowUp followUp) throws FetchException.CalledOff {
        if (!store.mayKeep(followUp)) {
            store.unfit(followUp.id, "The source's rights do not allow it any more.");
            return;
        }
        try {
            var answer = http.get(new FetchRequest(URI.create(followUp.url), ACCEPT, null, null));
            if (answer.status() != 200) {
                store.refused(followUp.id, answer);
                return;
            }
            var picture = PictureCheck.of(answer.body());
            store.kept(followUp.id, media.put(picture.bytes()), picture);
        } catch (FetchException.CalledOff e) {
            throw e;
        } catch (FetchException e) {
            store.failed(followUp.id, e);
        } catch (UnfitPictureException e) {
            store.unfit(followUp.id, e.getMessage());
        }
    }
}
