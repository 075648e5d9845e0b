/** Where items come from: addresses that are polled, and clients that push. */
package galley.ingest.source;
