package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tc0.circuit.connection.Connection;
import tc0.circuit.connection.ExplicitGenerator;
import tc0.circuit.connection.GateType;
import tc0.circuit.connection.GeneratorCheck;
import tc0.circuit.connection.GeneratorException;
import tc0.circuit.connection.LimitExceededException;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Tier;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.GeneratorClause;
import tc0.syntax.ast.Identifier;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.IndexReader;

/** Compares an explicit direct connection language with the family that it is stated for. */
public final class Generators {
  private static final int LARGEST_SIZE = 4;
  private static final int MOST_TUPLES = 64;

  private Generators() {}

  static Line judge(Declaration.Generator declaration, Names names) {
    CircuitInfo circuit = names.circuit(declaration.circuit());
    String claim = declaration.name().text() + " generates " + circuit.name();
    if (!(circuit.core() instanceof Circuit.Family family) || !Instance.isComplete(family)) {
      return line(declaration, Standing.OPEN, claim, "the circuit rests on axioms, which have no gates");
    }
    try {
      ExplicitGenerator generator = read(declaration, circuit, names);
      List<Map<String, BigInteger>> tuples = sizes(circuit);
      long gates = 0;
      long wires = 0;
      boolean renamed = false;
      for (Map<String, BigInteger> sizes : tuples) {
        GeneratorCheck.Outcome outcome =
            GeneratorCheck.compare(generator, Connection.of(family, sizes));
        gates += outcome.gates();
        wires += outcome.wires();
        renamed |= outcome.exact().isPresent();
        if (!outcome.equal()) {
          return line(
              declaration,
              Standing.REFUTED,
              claim,
              "at " + Meaning.text(sizes) + ": " + outcome.exact().or(outcome::upToPorts).orElseThrow().message());
        }
      }
      return line(
          declaration,
          Standing.CHECKED,
          claim,
          String.format(
              java.util.Locale.ROOT,
              "%,d gates and %,d wires agree at %d sizes up to %d%s; its clauses are %s",
              gates,
              wires,
              tuples.size(),
              LARGEST_SIZE,
              renamed ? ", up to the names of ports" : ", port by port",
              generator.tier().keyword()));
    } catch (GeneratorException e) {
      return line(declaration, Standing.OPEN, claim, e.getMessage());
    } catch (LimitExceededException e) {
      return line(declaration, Standing.LIMIT, claim, e.getMessage());
    }
  }

  private static Line line(
      Declaration.Generator declaration, Standing standing, String claim, String detail) {
    return new Line(standing, claim, detail, List.of(), "connection", declaration.span());
  }

  /** The sizes up to a small bound that the circuit admits. */
  private static List<Map<String, BigInteger>> sizes(CircuitInfo circuit) {
    List<Map<String, BigInteger>> tuples = new ArrayList<>();
    tuples.add(Map.of());
    for (String parameter : circuit.core().parameters()) {
      List<Map<String, BigInteger>> longer = new ArrayList<>();
      for (Map<String, BigInteger> tuple : tuples) {
        for (int value = 1; value <= LARGEST_SIZE && longer.size() < MOST_TUPLES; value++) {
          Map<String, BigInteger> next = new LinkedHashMap<>(tuple);
          next.put(parameter, BigInteger.valueOf(value));
          longer.add(next);
        }
      }
      tuples = longer;
    }
    return tuples.stream()
        .filter(sizes -> SizeTuples.holds(circuit.core().where(), sizes))
        .toList();
  }

  private static ExplicitGenerator read(
      Declaration.Generator declaration, CircuitInfo circuit, Names names) {
    IndexReader reader = IndexReader.of(names.scope(), circuit.core().parameters());
    List<ExplicitGenerator.Gates> gates = new ArrayList<>();
    List<ExplicitGenerator.Wires> wires = new ArrayList<>();
    for (GeneratorClause clause : declaration.clauses()) {
      switch (clause) {
        case GeneratorClause.Let let -> {
          for (var binding : let.bindings()) {
            reader = reader.let(binding);
          }
        }
        case GeneratorClause.Gate gate -> gates.add(gates(gate, reader));
        case GeneratorClause.Wire wire -> wires.add(wires(wire, reader));
      }
    }
    return new ExplicitGenerator(
        declaration.name().text(),
        circuit.core().parameters(),
        Tier.valueOf(declaration.tier().tier().name()),
        gates,
        wires);
  }

  private static ExplicitGenerator.Gates gates(GeneratorClause.Gate gate, IndexReader reader) {
    List<ExplicitGenerator.Level<Box>> levels = new ArrayList<>();
    IndexReader place = reader;
    for (GeneratorClause.LabelBox level : gate.label()) {
      IndexReader.Entered entered = place.enter(level.box());
      levels.add(new ExplicitGenerator.Level<>(level.name().text(), entered.box()));
      place = entered.inside();
    }
    return new ExplicitGenerator.Gates(
        GateType.valueOf(gate.type().name()), gate.complement(), levels);
  }

  private static ExplicitGenerator.Wires wires(GeneratorClause.Wire wire, IndexReader reader) {
    IndexReader place = reader;
    List<ExplicitGenerator.Level<List<String>>> levels = new ArrayList<>();
    for (GeneratorClause.LabelPattern level : wire.label()) {
      List<String> variables = new ArrayList<>();
      for (Identifier variable : level.variables()) {
        IndexReader.Bound bound = place.bind(variable.text());
        variables.add(bound.name());
        place = bound.inside();
      }
      levels.add(new ExplicitGenerator.Level<>(level.name().text(), variables));
    }
    List<ExplicitGenerator.PortField> port = new ArrayList<>();
    for (GeneratorClause.PortField field : wire.port()) {
      switch (field) {
        case GeneratorClause.PortNumeral numeral ->
            port.add(new ExplicitGenerator.PortField.Numeral(numeral.value()));
        case GeneratorClause.PortVariable variable -> {
          IndexReader.Bound bound = place.bind(variable.name().text());
          port.add(new ExplicitGenerator.PortField.Variable(bound.name()));
          place = bound.inside();
        }
      }
    }
    Predicate condition =
        wire.condition().isPresent() ? place.predicate(wire.condition().get()) : Predicate.TRUE;
    return new ExplicitGenerator.Wires(
        wire.complement(), levels, port, condition, target(wire.child(), place));
  }

  private static ExplicitGenerator.Target target(GeneratorClause.Child child, IndexReader reader) {
    return switch (child) {
      case GeneratorClause.ConstantChild constant ->
          new ExplicitGenerator.Target.Constant(constant.value());
      case GeneratorClause.WireChild wire -> {
        List<ExplicitGenerator.Level<List<Index>>> levels = new ArrayList<>();
        for (GeneratorClause.LabelTerm term : wire.label()) {
          levels.add(
              new ExplicitGenerator.Level<>(
                  term.name().text(), term.indices().stream().map(reader::index).toList()));
        }
        yield new ExplicitGenerator.Target.Bit(wire.complement(), levels);
      }
    };
  }
}
