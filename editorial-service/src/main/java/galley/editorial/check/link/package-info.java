/** Whether the links of unreleased articles work: fetched in the background, read by a check. */
package galley.editorial.check.link;
