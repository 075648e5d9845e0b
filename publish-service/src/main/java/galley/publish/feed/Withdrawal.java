package galley.publish.feed;

import java.time.Instant;

import galley.publish.edition.Entry;
import galley.publish.site.Addresses;

/**
 * Tells those who keep copies that an article was killed.
 *
 * @param id the URN that its entry had
 * @param note the public reason, or null
 */
record Withdrawal(String id, Instant when, String note) {

    static Withdrawal of(Entry killed) {
        return new Withdrawal(Addresses.urn(killed.id()), killed.updatedAt(), killed.note());
    }
}
