/** Sitemaps (sitemaps.org), the news sitemap, and robots.txt (RFC 9309), for search engines. */
package galley.publish.sitemap;
