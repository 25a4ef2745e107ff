package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Bounds on the size of a circuit, symbolic in its size parameters and in the cells and mass of its
 * form inputs ({@link Atom#cells}, {@link Atom#mass}). They hold at every size, and are monotone,
 * so a call substitutes bounds on its arguments.
 *
 * @param shares what each declaration adds, in order; the bounds are their sums
 * @param inputBits the number of input bits: as many NOT gates at most, once, at the outermost
 *     circuit
 * @param forms the cost of each form output
 * @param sumFanIn a bound on the wires of every sum gate reached, with the array that has the most
 * @param fanIn the same for every gate
 */
public record Cost(
    List<Share> shares,
    Polynomial inputBits,
    Map<String, FormCost> forms,
    FanIn sumFanIn,
    FanIn fanIn) {

  /**
   * What one declaration adds.
   *
   * @param array the name of the gate array or call
   * @param circuit the called circuit
   * @param gates gates of both rails
   * @param edges distinct pairs of a gate and a literal
   * @param wires inputs of gates, with multiplicity and padding
   */
  public record Share(
      String array, Optional<String> circuit, SizeBound gates, SizeBound edges, SizeBound wires) {

    /** {@code F}, or {@code m (std.integer.iterated_add)} for a call. */
    public String label() {
      return circuit.map(name -> array + " (" + name + ")").orElse(array);
    }
  }

  /**
   * A bound on the wires of a gate.
   *
   * @param wires the bound; zero if there is no such gate
   * @param array an array with a gate whose bound is not a numeral, else any
   */
  public record FanIn(SizeBound wires, String array) {
    static final FanIn NONE = new FanIn(SizeBound.ZERO, "");

    FanIn join(FanIn other) {
      boolean first = !wires.isConstant() || (other.wires.isConstant() && !wires.isZero());
      return new FanIn(wires.join(other.wires), first ? array : other.array);
    }

    FanIn at(String circuit, SortedMap<String, SizeBound> values) {
      return new FanIn(wires.at("fan-in[" + circuit + "]", values), array);
    }
  }

  public Cost {
    shares = List.copyOf(shares);
    forms = Map.copyOf(forms);
  }

  /** A bound on the gates, both rails. */
  public SizeBound gates() {
    return total(Share::gates);
  }

  /** A bound on the distinct gate-literal pairs. */
  public SizeBound edges() {
    return total(Share::edges);
  }

  /** A bound on the wires, with multiplicity and padding. */
  public SizeBound wires() {
    return total(Share::wires);
  }

  private SizeBound total(Function<Share, SizeBound> quantity) {
    return shares.stream().map(quantity).reduce(SizeBound.ZERO, SizeBound::plus);
  }

  /** The cost of the circuit by itself, where every entry of a form input is one wire. */
  public Cost withWiresForForms(Circuit circuit) {
    SortedMap<String, SizeBound> ones = new TreeMap<>();
    for (Circuit.Port input : circuit.inputs()) {
      if (input.form()) {
        ones.put(Atom.cells(input.name()).name(), SizeBound.ONE);
        ones.put(Atom.mass(input.name()).name(), SizeBound.ONE);
      }
    }
    return ones.isEmpty() ? this : at(circuit.name(), ones);
  }

  /** The cost of the circuit called {@code name} at sizes of at most {@code values}. */
  public Cost at(String name, SortedMap<String, SizeBound> values) {
    List<Share> inner = new ArrayList<>();
    for (Share share : shares) {
      String of = name + "." + share.array();
      inner.add(
          new Share(
              share.array(),
              share.circuit(),
              share.gates().at("gates[" + of + "]", values),
              share.edges().at("edges[" + of + "]", values),
              share.wires().at("wires[" + of + "]", values)));
    }
    Map<String, FormCost> outputs = new HashMap<>();
    forms.forEach((output, form) -> outputs.put(output, form.at(name + "." + output, values)));
    return new Cost(inner, inputBits, outputs, sumFanIn.at(name, values), fanIn.at(name, values));
  }

  /** The rule C-mass: refuses, naming the declaration, unless gates and wires are polynomial. */
  public void requirePolynomial(String circuit, Regime regime) {
    GrowthRules rules = regime.rules();
    for (Share share : shares) {
      requirePolynomial(circuit, share, "gates", rules.of(share.gates()));
      requirePolynomial(circuit, share, "wires", rules.of(share.wires()));
    }
  }

  private static void requirePolynomial(
      String circuit, Share share, String quantity, Growth growth) {
    if (growth instanceof Growth.Exceeds(String why)) {
      throw new Refusal(
          Rule.C_MASS, quantity + " of " + share.label() + " in " + circuit + ": " + why);
    }
  }
}
