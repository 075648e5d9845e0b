/**
 * What is measured, and how. Each benchmark prints a table and fails when the work was not done.
 */
package galley.benchmarks;
