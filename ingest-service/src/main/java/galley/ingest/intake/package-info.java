/** Takes documents in: their good entries become items, the others go to quarantine. */
package galley.ingest.intake;
