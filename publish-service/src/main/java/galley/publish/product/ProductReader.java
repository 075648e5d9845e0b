package galley.publish.product;

import java.util.List;

import galley.kit.json.Errors;

/** Checks products as they are sent. */
public final class ProductReader {
    private static final int MOST = 100;
    private static final int LONGEST = 200;

    private ProductReader() {}

    /**
     * The product with each value once; null for all articles.
     *
     * @param errors takes what is wrong with it
     */
    public static Product read(Product sent, Errors errors) {
        if (sent == null) {
            return null;
        }
        Product read =
                new Product(
                        read("product.sections", sent.sections(), errors),
                        read("product.tags", sent.tags(), errors),
                        read("product.sources", sent.sources(), errors),
                        read("product.languages", sent.languages(), errors),
                        read("product.kinds", sent.kinds(), errors),
                        read("product.subjects", sent.subjects(), errors));
        return read.equals(new Product(null, null, null, null, null, null)) ? null : read;
    }

    private static List<String> read(String field, List<String> values, Errors errors) {
        if (values == null) {
            return null;
        }
        List<String> distinct = values.stream().map(String::strip).distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MOST) {
            errors.add(field, "It has 1 to %d values, or is null for all.".formatted(MOST));
        } else if (distinct.stream().anyMatch(it -> it.isEmpty() || it.length() > LONGEST)) {
            errors.add(field, "A value has 1 to %d characters.".formatted(LONGEST));
        }
        return distinct;
    }
}
