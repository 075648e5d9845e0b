/**
 * Makes a new edition from the log while the old one is served, and puts it in the old one's place.
 *
 * <p>The events of the past are applied by the same code as when they came, to tables of the same
 * names in the schema {@code rebuild}: a column that the edition gets is rebuilt without a change
 * here.
 */
package galley.publish.rebuild;
