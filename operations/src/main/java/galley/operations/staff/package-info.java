/** People under pseudonyms. */
package galley.operations.staff;
