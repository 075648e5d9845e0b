package galley.endtoend;

/**
 * A span that a service has exported.
 *
 * @param trace the trace's id
 * @param article the id of the article that it is about, or null
 */
record CollectedSpan(String service, String name, String trace, String article) {}
