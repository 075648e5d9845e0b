/** What WordPress gives away: posts from its REST API, and its export files. */
package galley.ingest.wordpress;
