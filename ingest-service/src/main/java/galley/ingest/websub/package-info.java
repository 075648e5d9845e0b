/**
 * Galley as a subscriber of WebSub (W3C Recommendation): hubs send what is new in a source's feed.
 */
package galley.ingest.websub;
