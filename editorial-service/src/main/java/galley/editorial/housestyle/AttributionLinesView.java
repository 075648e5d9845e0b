package galley.editorial.housestyle;

import java.util.List;

/**
 * Where the reprints of an article are from.
 *
 * @param items a line for each, in the order of the parts
 * @param together one line for all of them, without a part; null where there are not two, or the
 *     publisher of one is unknown
 * @param next null: there are never more
 */
public record AttributionLinesView(
        List<AttributionLine> items, AttributionLine together, String next) {}
