package galley.ingest.push;

import java.util.UUID;

/**
 * The answer to a push.
 *
 * @param status 201 for a new item, 200 for one that was known, 422 where nothing could be read
 * @param item the item's id; null where nothing could be read
 * @param body the item as JSON; where nothing could be read, why
 */
record Pushed(int status, UUID item, String body) {

    static Pushed refused(String reason) {
        return new Pushed(422, null, reason);
    }
}
