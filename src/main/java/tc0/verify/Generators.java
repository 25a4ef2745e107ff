package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.connection.ClauseTiers;
import tc0.circuit.connection.Connection;
import tc0.circuit.connection.ExplicitGenerator;
import tc0.circuit.connection.GeneratorCheck;
import tc0.circuit.connection.GeneratorException;
import tc0.circuit.connection.GeneratorReader;
import tc0.circuit.connection.LimitExceededException;
import tc0.kernel.Circuit;
import tc0.syntax.ast.Declaration;
import tc0.syntax.elaborate.LoadedModule;

/** Compares an explicit direct connection language with the family that it is stated for. */
public final class Generators {
  private static final int LARGEST_SIZE = 4;
  private static final int MOST_TUPLES = 64;

  private Generators() {}

  static Line judge(Declaration.Generator declaration, LoadedModule module) {
    GeneratorReader.Read read = GeneratorReader.read(module, declaration);
    Circuit.Family family = read.family();
    ExplicitGenerator generator = read.generator();
    String claim = declaration.name().text() + " generates " + family.name();
    if (!Instance.isComplete(family)) {
      return line(
          declaration, Standing.OPEN, claim, "the circuit rests on axioms, which have no gates");
    }
    Optional<String> refusal = ClauseTiers.refusal(generator);
    if (refusal.isPresent()) {
      return line(declaration, Standing.REFUTED, claim, refusal.get());
    }
    try {
      List<Map<String, BigInteger>> tuples = sizes(family);
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
              "at " + Wording.sizes(sizes) + ": " + outcome.difference().orElseThrow().message());
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
  private static List<Map<String, BigInteger>> sizes(Circuit.Family circuit) {
    List<Map<String, BigInteger>> tuples = new ArrayList<>();
    tuples.add(Map.of());
    for (String parameter : circuit.parameters()) {
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
    return tuples.stream().filter(sizes -> SizeTuples.holds(circuit.where(), sizes)).toList();
  }
}
