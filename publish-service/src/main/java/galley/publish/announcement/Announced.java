package galley.publish.announcement;

/** Something was appended to the announcement log; observe it after the transaction. */
public record Announced() {}
