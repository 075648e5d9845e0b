/** What somebody is writing and has not saved: kept aside, so that a crash loses nothing. */
package galley.editorial.autosave;
