/** Verdicts in the forms that people and programs read. */
package tc0.report;
