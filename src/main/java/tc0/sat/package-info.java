/**
 * Equivalence of circuit and reference by satisfiability: encodings, miters, sweeping, and the
 * replay of every proof.
 */
package tc0.sat;
