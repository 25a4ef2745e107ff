package tc0.kernel;

import java.util.SortedMap;

/**
 * What the largest entry of a form array costs the gate that sums it.
 *
 * @param cells the literals, with their repetitions
 * @param mass the sum of the absolute weights, integers included
 */
public record FormCost(SizeBound cells, SizeBound mass) {

  /** The cost of a literal. */
  static final FormCost LITERAL = new FormCost(SizeBound.ONE, SizeBound.ONE);

  FormCost plus(FormCost other) {
    return new FormCost(cells.plus(other.cells), mass.plus(other.mass));
  }

  FormCost join(FormCost other) {
    return new FormCost(cells.join(other.cells), mass.join(other.mass));
  }

  FormCost times(SizeBound count) {
    return new FormCost(cells.times(count), mass.times(count));
  }

  FormCost weighted(SizeBound weight) {
    return new FormCost(cells, mass.times(weight));
  }

  /** The cost of form {@code name} at sizes of at most {@code values}. */
  FormCost at(String name, SortedMap<String, SizeBound> values) {
    return new FormCost(
        cells.at("cells[" + name + "]", values), mass.at("mass[" + name + "]", values));
  }
}
