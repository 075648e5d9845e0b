package galley.ingest.push;

import java.util.UUID;

/**
 * The answer to a push.
 *
 * @param status 201 for a new item, else 200
 * @param item the item's id
 * @param body the item as JSON
 */
record Pushed(int status, UUID item, String body) {}
