/** Sentences that are made of what is known. */
package galley.kit.text;
