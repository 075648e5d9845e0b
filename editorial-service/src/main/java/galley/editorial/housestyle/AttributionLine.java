package galley.editorial.housestyle;

/**
 * The sentence that says where a part is from.
 *
 * @param part the id of a reprint; null of a line for all of them
 * @param language the language of the sentence (BCP 47)
 * @param text the sentence without markup; null where nothing is known to say
 * @param html the same as a paragraph, in which the publishers are links; null like the text
 */
public record AttributionLine(String part, String language, String text, String html) {}
