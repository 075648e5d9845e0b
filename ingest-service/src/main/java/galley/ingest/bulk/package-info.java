/** Bulk imports: files of many articles, read piece by piece. */
package galley.ingest.bulk;
