package galley.publish.apikey;

import galley.publish.product.Product;

/**
 * What the owner of a key sets.
 *
 * @param name for its owner
 * @param product which articles can be read with it; null for all
 * @param rate requests a minute; null for the usual
 */
record KeySettings(String name, Product product, Integer rate) {}
