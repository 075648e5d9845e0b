package galley.events;

import java.time.LocalDate;

/**
 * Where and when a wire report was filed.
 *
 * @param text the dateline as it stands in the text, for example {@code PORTO, May 20 (Lusa) —}
 */
public record Dateline(String place, LocalDate date, String agency, String text) {}
