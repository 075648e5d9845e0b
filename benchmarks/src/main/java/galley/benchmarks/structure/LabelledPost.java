package galley.benchmarks.structure;

import java.util.Set;

import galley.ingest.structure.Post;

/**
 * A post and what is so about it, as somebody who has read it says.
 *
 * @param facts all that there is to propose, and no more
 */
record LabelledPost(Post post, Set<Fact> facts) {}
