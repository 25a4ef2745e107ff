/**
 * Circuits at concrete sizes: written out gate by gate ({@link tc0.circuit.Unroller}), folded on
 * the way ({@link tc0.circuit.FoldedUnroller}) or only counted ({@link tc0.circuit.Counts});
 * metrics, the direct connection language and bit-parallel simulation.
 */
package tc0.circuit;
