/** The program behind the {@code ./galley} script: its commands and the supervisor of a stack. */
package galley.localstack.cli;
