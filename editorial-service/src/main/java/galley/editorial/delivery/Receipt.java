package galley.editorial.delivery;

import java.util.UUID;

/**
 * How far something has got, as it stands among other receipts.
 *
 * @param id of all receipts with one time, the order
 * @param traceId of the report that said so last; null where it is not known
 */
public record Receipt(UUID id, ReceiptView view, String traceId) {}
