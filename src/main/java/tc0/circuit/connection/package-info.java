/**
 * The direct connection language of a family: which gate names exist, what type they have, and
 * which child they have at which port.
 *
 * <p>Everything here is derived from the core records and from arithmetic on gate names; no circuit
 * is unrolled. It is a second road to the graph that {@link tc0.circuit} builds, and {@link
 * tc0.circuit.connection.GraphComparison} compares the two.
 */
package tc0.circuit.connection;
