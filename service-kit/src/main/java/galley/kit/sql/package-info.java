/** Asking the database in SQL. */
package galley.kit.sql;
