/** How fast the desk is: reading, finding, and taking articles from the first draft to release. */
package galley.benchmarks.editorial;
