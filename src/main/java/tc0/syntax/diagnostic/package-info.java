/**
 * What the checker says about a file: codes, messages with their places, and how they are shown.
 */
package tc0.syntax.diagnostic;
