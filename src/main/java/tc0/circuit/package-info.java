/**
 * Circuits at concrete sizes: unrolling, metrics, the direct connection language and bit-parallel
 * simulation.
 */
package tc0.circuit;
