package galley.publish.apikey;

import java.time.Instant;
import java.util.UUID;

import galley.publish.product.Product;

/**
 * A key as its owner sees it.
 *
 * @param product which articles can be read with it; null for all
 * @param rate requests a minute
 * @param hint the key's last characters, by which it can be told from others
 * @param key the key itself; only in the answer that makes it, else null
 */
record KeyView(
        UUID id,
        String name,
        Product product,
        int rate,
        String hint,
        Instant createdAt,
        String key) {

    static KeyView of(ApiKey it, int usualRate, String key) {
        return new KeyView(
                it.id,
                it.name,
                it.product,
                it.rate == null ? usualRate : it.rate,
                it.hint,
                it.createdAt,
                key);
    }
}
