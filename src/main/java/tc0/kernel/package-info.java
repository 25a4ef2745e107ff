/**
 * The trusted core: symbolic depth, size and uniformity of circuit families, and the rules by which
 * claims about them become judgements.
 */
package tc0.kernel;
