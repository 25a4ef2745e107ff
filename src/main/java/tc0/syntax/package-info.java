/**
 * From the text of a file to kernel terms: parsing, names, types, elaboration, and diagnostics with
 * their spans.
 */
package tc0.syntax;
