/** How well the structure of posts is read, and how fast. */
package galley.benchmarks.structure;
