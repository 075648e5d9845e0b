package galley.publish.announcement;

/**
 * What is told of an article, at every door alike.
 *
 * @param document the ninjs document that goes to the public topic, as JSON
 * @param signature the compact JWS that vouches for it
 */
public record Notice(String document, String signature) {}
