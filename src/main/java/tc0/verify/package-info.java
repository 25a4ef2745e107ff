/** From the claims of a file to verdicts: obligations, their scheduling, and certificates. */
package tc0.verify;
