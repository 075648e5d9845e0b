/** Published articles as JSON-LD in the vocabulary of schema.org. */
package galley.publish.jsonld;
