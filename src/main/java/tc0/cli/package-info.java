/** The command line: what the user types and what the process returns. */
package tc0.cli;
