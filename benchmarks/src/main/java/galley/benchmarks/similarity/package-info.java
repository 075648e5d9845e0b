/** How soon and how surely the same text is found again among a million. */
package galley.benchmarks.similarity;
