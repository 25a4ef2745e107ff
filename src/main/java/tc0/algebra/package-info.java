/**
 * Monoids, automata and branching programs: the problems that are complete for classes above
 * TC<sup>0</sup>.
 */
package tc0.algebra;
