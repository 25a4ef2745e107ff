/**
 * Equality of op-by-op terms for all sizes: whether two circuits apply the same primitives to the
 * same arguments. It is not equality of real functions, nor of Boolean functions; a primitive is an
 * uninterpreted symbol but for the laws the caller names.
 */
package tc0.kernel.matching;
