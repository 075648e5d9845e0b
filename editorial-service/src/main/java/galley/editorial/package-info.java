/**
 * The editorial service: the articles, their review workflow and its history.
 *
 * <p>{@code workflow} and {@code content} are the pure core. {@code article} holds the stored
 * article, its changes and their API; {@code intake} and {@code delivery} read Kafka. {@code
 * comment} holds what the staff say about articles, and follows what is written there. {@code
 * frontpage} holds what publishers arrange for readers; {@code template}, {@code profile} and
 * {@code housestyle} what the publication has settled of how articles begin, what they need, and
 * how they say where they are from. {@code desk} says who works where, {@code search} finds
 * articles, and {@code stream} and {@code webhook} tell what happens.
 */
package galley.editorial;
