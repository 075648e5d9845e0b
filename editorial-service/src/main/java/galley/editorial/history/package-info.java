/** What happened to each article: an append-only record of decisions and deliveries. */
package galley.editorial.history;
