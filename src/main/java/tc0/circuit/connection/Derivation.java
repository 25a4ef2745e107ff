package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Declaration;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;

/**
 * Derives the direct connection language of a family as explicit predicates, for all sizes: per
 * gate array its names and type, and per static position of a literal one clause for every input
 * bit, constant or gate array that it may read. Ports are those of {@link Connection}.
 */
public final class Derivation {

  /** Which gates are described. */
  public enum Rails {
    /**
     * The gates as written. The twin of a gate has the complemented children, and padding for one
     * minus the threshold.
     */
    POSITIVE,
    /** Their complement twins too. */
    BOTH
  }

  private final Circuit.Family family;
  private final List<ExplicitGenerator.Gates> gates = new ArrayList<>();
  private final List<ExplicitGenerator.Wires> wires = new ArrayList<>();
  private final SymbolicResolver resolver = new SymbolicResolver();

  private Derivation(Circuit.Family family) {
    this.family = family;
  }

  /**
   * The connection language of a family.
   *
   * @param tier recorded in the result; the derivation does not judge it
   * @throws LimitExceededException if a literal has too many cases
   */
  public static ExplicitGenerator derive(Circuit.Family family, Rails rails, Tier tier) {
    Derivation derivation = new Derivation(family);
    Catalogue catalogue = new Catalogue(family);
    for (Catalogue.Array array : catalogue.arrays()) {
      derivation.describe(array, false);
      if (rails == Rails.BOTH) {
        derivation.describe(array, true);
      }
    }
    return new ExplicitGenerator(
        family.name(), family.parameters(), tier, derivation.gates, derivation.wires);
  }

  /**
   * What the bit outputs of a family are: clauses without a port, named by the output, whose
   * condition also gives the range of the indices.
   */
  static List<ExplicitGenerator.Wires> outputs(Circuit.Family family) {
    List<ExplicitGenerator.Wires> result = new ArrayList<>();
    SymbolicPath root = SymbolicPath.to(Site.root(family), new FreshNames(new HashSet<>()));
    for (Circuit.Output output : family.outputs()) {
      if (output.port().form()) {
        continue;
      }
      FreshNames names = new FreshNames(new HashSet<>(family.parameters()));
      FreshNames.Renamed own = names.rename(output.port().box(), root.place().terms());
      Predicate ranges = Terms.and(Terms.conditions(own.box()));
      List<Route.Case> cases = new ArrayList<>();
      new SymbolicResolver()
          .resolve(output.literal(), own.terms(), root.place(), root.facts().with(ranges), false)
          .cases(ranges, cases);
      for (Route.Case one : cases) {
        result.add(
            new ExplicitGenerator.Wires(
                false,
                List.of(new ExplicitGenerator.Level<>(output.port().name(), own.box().names())),
                List.of(),
                one.condition(),
                one.target()));
      }
    }
    return result;
  }

  /** A gate array with variables for its indices. */
  private record Described(
      Catalogue.Array array,
      boolean complement,
      List<ExplicitGenerator.Level<List<String>>> pattern,
      SymbolicPlace place,
      Substitution terms,
      LinearFacts facts,
      FreshNames names) {}

  private void describe(Catalogue.Array array, boolean complement) {
    FreshNames names = new FreshNames(new HashSet<>(family.parameters()));
    SymbolicPath path = SymbolicPath.to(array.site(), names);
    FreshNames.Renamed own = names.rename(array.box(), path.place().terms());
    List<ExplicitGenerator.Level<Box>> levels = new ArrayList<>(path.levels());
    levels.add(new ExplicitGenerator.Level<>(array.declaration().name(), own.box()));
    gates.add(
        new ExplicitGenerator.Gates(
            complement ? array.type().dual() : array.type(), complement, levels));
    Described described =
        new Described(
            array,
            complement,
            levels.stream()
                .map(l -> new ExplicitGenerator.Level<>(l.label(), l.at().names()))
                .toList(),
            path.place(),
            own.terms(),
            path.facts().with(Terms.and(Terms.conditions(own.box()))),
            names);
    switch (array.declaration()) {
      case Declaration.Junction junction -> {
        for (int i = 0; i < junction.parts().size(); i++) {
          part(described, i, junction.parts().get(i));
        }
      }
      case Declaration.Threshold threshold -> {
        SymbolicCells.forEach(
            threshold.form(),
            described.terms(),
            described.place(),
            described.facts(),
            described.names(),
            cell -> cell(described, cell));
        padding(described, threshold);
      }
      default -> throw new IllegalStateException(array.label() + " has no gates");
    }
  }

  private void part(Described gate, int number, Declaration.Part part) {
    FreshNames.Renamed renamed = gate.names().copy().rename(part.box(), gate.terms());
    Predicate ranges = Terms.and(Terms.conditions(renamed.box()));
    if (ranges.equals(Predicate.FALSE)) {
      return;
    }
    List<ExplicitGenerator.PortField> port = new ArrayList<>();
    port.add(numeral(number));
    renamed.box().names().forEach(name -> port.add(new ExplicitGenerator.PortField.Variable(name)));
    literal(
        gate,
        new Draft(port, ranges, gate.facts().with(ranges), gate.names(), gate.complement()),
        part.literal(),
        renamed.terms(),
        gate.place());
  }

  /** A port that is being described: its fields so far, when it exists, and what is known there. */
  private record Draft(
      List<ExplicitGenerator.PortField> port,
      Predicate condition,
      LinearFacts facts,
      FreshNames names,
      boolean negative) {

    Draft with(ExplicitGenerator.PortField field) {
      List<ExplicitGenerator.PortField> longer = new ArrayList<>(port);
      longer.add(field);
      return new Draft(longer, condition, facts, names, negative);
    }

    /**
     * A further field that ranges over the numbers below a bound, and the sign that goes with it.
     */
    Draft copies(Index below, boolean minus) {
      if (Terms.isNumber(below, 1)) {
        Draft longer = with(numeral(0));
        return new Draft(longer.port, condition, facts, names, negative != minus);
      }
      FreshNames inner = names.copy();
      String q = inner.fresh("q");
      Predicate range = Terms.less(Index.variable(q), below);
      return new Draft(
          with(new ExplicitGenerator.PortField.Variable(q)).port,
          Terms.and(condition, range),
          facts.with(range),
          inner,
          negative != minus);
    }
  }

  private void literal(
      Described gate, Draft draft, Literal literal, Substitution terms, SymbolicPlace place) {
    List<Route.Case> cases = new ArrayList<>();
    resolver
        .resolve(literal, terms, place, draft.facts(), draft.negative())
        .cases(draft.condition(), cases);
    cases.forEach(c -> wire(gate, draft.port(), c.condition(), c.target()));
  }

  private void wire(
      Described gate,
      List<ExplicitGenerator.PortField> port,
      Predicate condition,
      ExplicitGenerator.Target target) {
    if (!condition.equals(Predicate.FALSE)) {
      wires.add(
          new ExplicitGenerator.Wires(gate.complement(), gate.pattern(), port, condition, target));
    }
  }

  private void cell(Described gate, SymbolicCells.Cell cell) {
    List<ExplicitGenerator.PortField> port = new ArrayList<>();
    port.add(numeral(cell.position()));
    cell.binders().forEach(name -> port.add(new ExplicitGenerator.PortField.Variable(name)));
    copies(
        gate,
        cell,
        0,
        new Draft(port, cell.condition(), cell.facts(), cell.names(), gate.complement()));
  }

  /** Splits by the sign of each weight; a weight of unknown sign gives one clause for each sign. */
  private void copies(Described gate, SymbolicCells.Cell cell, int next, Draft draft) {
    if (next == cell.weights().size()) {
      literal(gate, draft.with(numeral(0)), cell.literal(), cell.terms(), cell.place());
      wire(
          gate,
          draft.with(numeral(1)).port(),
          draft.condition(),
          new ExplicitGenerator.Target.Constant(!draft.negative()));
      return;
    }
    Index weight = cell.weights().get(next);
    for (boolean minus : new boolean[] {false, true}) {
      Index copies = minus ? Terms.negate(weight) : weight;
      if (!draft.facts().refutes(Terms.less(Index.ZERO, copies))) {
        copies(gate, cell, next + 1, draft.copies(copies, minus));
      }
    }
  }

  private void padding(Described gate, Declaration.Threshold threshold) {
    Index k = gate.terms().apply(threshold.threshold());
    Index balance = gate.complement() ? Terms.subtract(Index.ONE, k) : k;
    BigInteger position = BigInteger.valueOf(gate.place().site().leaves(threshold.form()));
    String q = gate.names().copy().fresh("q");
    for (boolean minus : new boolean[] {false, true}) {
      Index zeros = minus ? Terms.negate(balance) : balance;
      if (gate.facts().refutes(Terms.less(Index.ZERO, zeros))) {
        continue;
      }
      wire(
          gate,
          List.of(
              new ExplicitGenerator.PortField.Numeral(position),
              new ExplicitGenerator.PortField.Variable(q)),
          Terms.less(Index.variable(q), Terms.multiply(Index.number(2), zeros)),
          new ExplicitGenerator.Target.Constant(minus));
    }
  }

  private static ExplicitGenerator.PortField numeral(long value) {
    return new ExplicitGenerator.PortField.Numeral(BigInteger.valueOf(value));
  }
}
