package tc0.kernel;

/**
 * What the largest entry of a form array costs the gate that sums it.
 *
 * @param cells the literals, with their repetitions
 * @param mass the sum of the absolute weights, integers included
 */
public record FormCost(Polynomial cells, Polynomial mass) {

  /** The cost of a literal. */
  static final FormCost LITERAL = new FormCost(Polynomial.ONE, Polynomial.ONE);

  FormCost plus(FormCost other) {
    return new FormCost(cells.plus(other.cells), mass.plus(other.mass));
  }

  FormCost join(FormCost other) {
    return new FormCost(cells.join(other.cells), mass.join(other.mass));
  }

  FormCost times(Polynomial count) {
    return new FormCost(cells.times(count), mass.times(count));
  }

  FormCost weighted(Polynomial weight) {
    return new FormCost(cells, mass.times(weight));
  }
}
