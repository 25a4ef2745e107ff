package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      String array,
      Optional<String> circuit,
      Polynomial gates,
      Polynomial edges,
      Polynomial wires) {

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
  public record FanIn(Polynomial wires, String array) {
    static final FanIn NONE = new FanIn(Polynomial.ZERO, "");

    FanIn join(FanIn other) {
      boolean first = !wires.isConstant() || (other.wires.isConstant() && !wires.isZero());
      return new FanIn(wires.join(other.wires), first ? array : other.array);
    }
  }

  public Cost {
    shares = List.copyOf(shares);
    forms = Map.copyOf(forms);
  }

  /** A bound on the gates, both rails. */
  public Polynomial gates() {
    return total(Share::gates);
  }

  /** A bound on the distinct gate-literal pairs. */
  public Polynomial edges() {
    return total(Share::edges);
  }

  /** A bound on the wires, with multiplicity and padding. */
  public Polynomial wires() {
    return total(Share::wires);
  }

  private Polynomial total(Function<Share, Polynomial> quantity) {
    return shares.stream().map(quantity).reduce(Polynomial.ZERO, Polynomial::plus);
  }

  /** The cost of the circuit by itself, where every entry of a form input is one wire. */
  public Cost withWiresForForms(Circuit circuit) {
    Map<String, Polynomial> ones = new HashMap<>();
    for (Circuit.Port input : circuit.inputs()) {
      if (input.form()) {
        ones.put(Atom.cells(input.name()).name(), Polynomial.ONE);
        ones.put(Atom.mass(input.name()).name(), Polynomial.ONE);
      }
    }
    return substitute(ones);
  }

  /** The cost at sizes of at most {@code values}. */
  public Cost substitute(Map<String, Polynomial> values) {
    List<Share> inner = new ArrayList<>();
    for (Share share : shares) {
      inner.add(
          new Share(
              share.array(),
              share.circuit(),
              Bounds.substitute(share.gates(), values),
              Bounds.substitute(share.edges(), values),
              Bounds.substitute(share.wires(), values)));
    }
    Map<String, FormCost> outputs = new HashMap<>();
    forms.forEach(
        (name, form) ->
            outputs.put(
                name,
                new FormCost(
                    Bounds.substitute(form.cells(), values),
                    Bounds.substitute(form.mass(), values))));
    return new Cost(
        inner,
        Bounds.substitute(inputBits, values),
        outputs,
        new FanIn(Bounds.substitute(sumFanIn.wires(), values), sumFanIn.array()),
        new FanIn(Bounds.substitute(fanIn.wires(), values), fanIn.array()));
  }

  /** The rule C-mass: refuses, naming the declaration, unless gates and wires are polynomial. */
  public void requirePolynomial(String circuit, Regime regime) {
    for (Share share : shares) {
      requirePolynomial(circuit, share, "gates", regime.growth(share.gates()));
      requirePolynomial(circuit, share, "wires", regime.growth(share.wires()));
    }
  }

  private static void requirePolynomial(
      String circuit, Share share, String quantity, Growth growth) {
    if (growth instanceof Growth.Exceeds(String why)) {
      throw new Refusal(
          Rule.C_MASS, quantity + " of " + share.label() + " in " + circuit + ": " + why);
    }
  }

  /**
   * The shares of a quantity that grow fastest under a regime come first; ties keep the order of
   * the text.
   */
  public List<Share> largestFirst(Regime regime, Function<Share, Polynomial> quantity) {
    List<Share> sorted = new ArrayList<>(shares);
    sorted.sort(
        (a, b) -> {
          Growth first = regime.growth(quantity.apply(a));
          Growth second = regime.growth(quantity.apply(b));
          return first.isAtMost(second) ? (second.isAtMost(first) ? 0 : 1) : -1;
        });
    return List.copyOf(sorted);
  }
}
