/** What ingest read becomes an article, changes an untouched one, or waits beside it. */
package galley.editorial.intake;
