package galley.ingest.format;

import java.util.List;

/**
 * What was read from a document.
 *
 * @param format the format in which it was read
 * @param entries its entries in their order
 * @param whole whether the document has its end; if not, more may follow at the next fetch
 */
public record Reading(String format, List<Entry> entries, boolean whole) {}
