package galley.publish.apikey;

import java.util.UUID;

import galley.publish.product.Product;

/**
 * Whoever reads with a key.
 *
 * @param key its id
 * @param product which articles; null for all
 * @param rate requests a minute
 */
record Reader(UUID key, Product product, int rate) {}
