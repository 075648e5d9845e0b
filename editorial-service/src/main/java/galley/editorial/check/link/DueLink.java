package galley.editorial.check.link;

/**
 * A link whose turn it is.
 *
 * @param server which is asked by nobody else meanwhile
 * @param headRefused whether only GET tells of it
 */
record DueLink(String address, String server, boolean headRefused) {}
