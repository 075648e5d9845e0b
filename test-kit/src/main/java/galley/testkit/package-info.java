/** Real servers and tokens for the tests of all modules. */
package galley.testkit;
