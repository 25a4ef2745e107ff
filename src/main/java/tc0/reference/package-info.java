/**
 * What circuits ought to compute: exact integers, rationals, number formats and real functions as
 * rigorous intervals, sharing no code with the generators.
 */
package tc0.reference;
