/**
 * What is looked at before a release, how severe each finding is, and what the staff is told. A
 * check is added by adding a bean that implements {@link galley.editorial.check.Check}.
 */
package galley.editorial.check;
