/**
 * Index terms at concrete sizes: the total meaning of terms, predicates and boxes, compiled to
 * closures over {@code long} slots with an exact fallback, under resource limits.
 */
package tc0.circuit.index;
