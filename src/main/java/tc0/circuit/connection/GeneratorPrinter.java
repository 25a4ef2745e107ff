package tc0.circuit.connection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Notation;
import tc0.kernel.Predicate;

/**
 * Writes a generator as a {@code generator} declaration of the language, with the tier of each
 * clause beside it.
 */
public final class GeneratorPrinter {

  private static final int LINE = 80;

  private GeneratorPrinter() {}

  /**
   * The declaration.
   *
   * @param name its name
   * @param circuit the circuit it is for, as it is called where the declaration will stand
   */
  public static String print(ExplicitGenerator generator, String name, String circuit) {
    return print(generator, List.of(), name, circuit);
  }

  /** The declaration, followed by comments that say what the outputs are. */
  static String print(
      ExplicitGenerator generator,
      List<ExplicitGenerator.Wires> outputs,
      String name,
      String circuit) {
    List<ExplicitGenerator.Wires> all = new ArrayList<>(generator.wires());
    all.addAll(outputs);
    NamedFunctions functions =
        new NamedFunctions(
            new ExplicitGenerator(
                generator.name(),
                generator.parameters(),
                generator.tier(),
                generator.gates(),
                all));
    ExplicitGenerator shown = functions.generator();
    List<ExplicitGenerator.Wires> wires = shown.wires().subList(0, generator.wires().size());
    StringBuilder out = new StringBuilder();
    out.append(
        "generator %s for %s uniform %s {\n".formatted(name, circuit, shown.tier().keyword()));
    for (Index.Function function : functions.definitions()) {
      String parameters =
          function.parameters().isEmpty()
              ? ""
              : "(" + String.join(", ", function.parameters()) + ")";
      line(
          out,
          "let %s%s = %s;".formatted(function.name(), parameters, Notation.text(function.body())),
          ClauseTiers.of(function.body()).tier().keyword());
    }
    for (ExplicitGenerator.Gates gates : shown.gates()) {
      out.append('\n');
      line(out, gate(gates), ClauseTiers.of(gates).tier().keyword());
      for (ExplicitGenerator.Wires clause : wires) {
        if (clause.array().equals(gates.array()) && clause.complement() == gates.complement()) {
          line(out, wire(clause), ClauseTiers.of(clause).tier().keyword());
        }
      }
    }
    out.append("}\n");
    for (ExplicitGenerator.Wires output : shown.wires().subList(wires.size(), all.size())) {
      out.append("// ").append(output(output)).append('\n');
    }
    return out.toString();
  }

  private static String output(ExplicitGenerator.Wires clause) {
    String condition = condition(Terms.conjuncts(clause.condition()));
    return path(clause.levels(), names -> String.join(", ", names))
        + " = "
        + target(clause.target())
        + (condition.isEmpty() ? "" : " when " + condition);
  }

  private static void line(StringBuilder out, String clause, String tier) {
    String text = "  " + clause;
    int used = text.length() - 1 - text.lastIndexOf('\n');
    out.append(text)
        .append(" ".repeat(Math.max(1, LINE + 1 - used)))
        .append("// ")
        .append(tier)
        .append('\n');
  }

  private static String gate(ExplicitGenerator.Gates clause) {
    return "gate %s %s%s;"
        .formatted(
            clause.type().keyword(),
            clause.complement() ? "not " : "",
            path(clause.levels(), GeneratorPrinter::box));
  }

  private static String wire(ExplicitGenerator.Wires clause) {
    String port =
        clause.port().stream()
            .map(
                field ->
                    switch (field) {
                      case ExplicitGenerator.PortField.Numeral(BigInteger value) ->
                          value.toString();
                      case ExplicitGenerator.PortField.Variable(String variable) -> variable;
                    })
            .collect(Collectors.joining(", ", "(", ")"));
    String condition =
        clause.condition().equals(Predicate.TRUE)
            ? ""
            : "when " + condition(Terms.conjuncts(clause.condition()));
    String connection =
        "wire %s%s %s -> %s"
            .formatted(
                clause.complement() ? "not " : "",
                path(clause.levels(), names -> String.join(", ", names)),
                port,
                target(clause.target()));
    if (condition.isEmpty()) {
      return connection + ";";
    }
    boolean fits = 2 + connection.length() + 1 + condition.length() + 1 <= LINE;
    return connection + (fits ? " " : "\n      ") + condition + ";";
  }

  private static String target(ExplicitGenerator.Target target) {
    return switch (target) {
      case ExplicitGenerator.Target.Constant(boolean value) -> value ? "1" : "0";
      case ExplicitGenerator.Target.Bit bit ->
          (bit.complement() ? "not " : "")
              + path(
                  bit.levels(),
                  at -> at.stream().map(Notation::text).collect(Collectors.joining(", ")));
    };
  }

  private static <T> String path(
      List<ExplicitGenerator.Level<T>> levels, Function<T, String> brackets) {
    return levels.stream()
        .map(
            level -> {
              String inside = brackets.apply(level.at());
              return inside.isEmpty() ? level.label() : level.label() + "[" + inside + "]";
            })
        .collect(Collectors.joining("."));
  }

  private static String box(Box box) {
    String binders =
        box.binders().stream()
            .map(
                binder ->
                    (Terms.isNumber(binder.low(), 0) ? "" : from(binder.low()))
                        + binder.name()
                        + " < "
                        + Notation.text(binder.high()))
            .collect(Collectors.joining(", "));
    if (box.guard().equals(Predicate.TRUE)) {
      return binders;
    }
    String guard = condition(Terms.conjuncts(box.guard()));
    return (binders.isEmpty() ? "when " : binders + " when ") + guard;
  }

  private static String from(Index low) {
    return low instanceof Index.Add(Index base, Index by) && Terms.isNumber(by, 1)
        ? Notation.text(base) + " < "
        : Notation.text(low) + " <= ";
  }

  /**
   * A conjunction; a lower bound is joined with an upper bound on the same term that follows it.
   */
  private static String condition(List<Predicate> conjuncts) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < conjuncts.size(); i++) {
      if (conjuncts.get(i) instanceof Predicate.Not(Predicate.Less(Index v, Index low))
          && i + 1 < conjuncts.size()
          && conjuncts.get(i + 1) instanceof Predicate.Less(Index same, Index high)
          && same.equals(v)) {
        parts.add(from(low) + Notation.text(v) + " < " + Notation.text(high));
        i++;
      } else {
        parts.add(nested(conjuncts.get(i)));
      }
    }
    return String.join(" and ", parts);
  }

  private static String nested(Predicate predicate) {
    return switch (predicate) {
      case Predicate.Truth(boolean value) -> value ? "0 = 0" : "0 = 1";
      case Predicate.Not(Predicate.And and) -> "not (" + condition(Terms.conjuncts(and)) + ")";
      case Predicate.Or or -> "(" + Notation.text(or) + ")";
      case Predicate.Exists exists -> "(" + Notation.text(exists) + ")";
      case Predicate.ForAll all -> "(" + Notation.text(all) + ")";
      default -> Notation.text(predicate);
    };
  }
}
