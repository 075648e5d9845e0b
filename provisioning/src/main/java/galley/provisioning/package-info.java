/**
 * Makes what the services need of their servers, from one definition each: databases with their
 * users, topics and who may read and write them as the contract says. Everything here may be broken
 * off anywhere and run again.
 */
package galley.provisioning;
