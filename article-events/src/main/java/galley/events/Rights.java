package galley.events;

/** A rights statement, in the terms of IPTC's rights properties; plain text. */
public record Rights(String usageTerms, String copyrightHolder, String copyrightNotice) {}
