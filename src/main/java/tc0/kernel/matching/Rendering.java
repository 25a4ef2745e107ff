package tc0.kernel.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tc0.kernel.Atom;
import tc0.kernel.Box;
import tc0.kernel.Circuit;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Monomial;
import tc0.kernel.Normalizer;
import tc0.kernel.Notation;
import tc0.kernel.Polynomial;
import tc0.kernel.Predicate;
import tc0.kernel.Rational;

/**
 * Subterms as text for the reader, word by word where the bits belong to words. No proof depends on
 * it.
 */
final class Rendering {

  private static final int MAXIMAL_DEPTH = 5;
  private static final Pattern SYMBOL = Pattern.compile("#\\d+");

  private final Resolver resolver;
  private final List<Circuit.Port> inputs;
  private final java.util.function.Predicate<Circuit> opaque;

  Rendering(
      Resolver resolver, List<Circuit.Port> inputs, java.util.function.Predicate<Circuit> opaque) {
    this.resolver = resolver;
    this.inputs = inputs;
    this.opaque = opaque;
  }

  /** An index term. */
  String term(Polynomial term, Map<String, String> names) {
    return named(Notation.text(Normalizer.toIndex(term)), names);
  }

  /**
   * An index term, solved symbols put back: {@code a + 1} rather than {@code 2*(a div 2) + 1} where
   * a is even.
   */
  String term(Polynomial term, Assumptions facts, Map<String, String> names) {
    Polynomial readable = facts.simplify(term);
    for (Map.Entry<Atom, Polynomial> solved : new TreeMap<>(facts.solved()).entrySet()) {
      Polynomial value = solved.getValue();
      if (!value.isConstant()) {
        Monomial lead = value.terms().firstKey();
        Rational times = readable.coefficient(lead).dividedBy(value.coefficient(lead));
        if (times.isInteger()) {
          readable = readable.plus(Polynomial.of(solved.getKey()).minus(value).times(times));
        }
      }
    }
    return term(readable, names);
  }

  /** The bit that a literal stands for. */
  String bit(Resolver.Bit bit, Assumptions facts, Map<String, String> names) {
    return (bit.negated() ? "not " : "") + node(bit.node(), facts, names, MAXIMAL_DEPTH);
  }

  /** A form, by its outermost operation. */
  String form(Resolver.Sum sum, Assumptions facts, Map<String, String> names) {
    return switch (sum.form()) {
      case Form.Number(Index value) ->
          term(Normalizer.normalise(value, sum.values()), facts, names);
      case Form.Of(var literal) ->
          literal(
              new Resolver.Bits(literal, sum.frame(), sum.values()), facts, names, MAXIMAL_DEPTH);
      case Form.Scale(Index weight, Form of) ->
          term(Normalizer.normalise(weight, sum.values()), facts, names) + " * (...)";
      case Form.Add add -> "a sum of two forms";
      case Form.Sum inner -> "sum {... : " + box(inner.box(), sum.values(), names) + "}";
      case Form.Read(String array, List<Index> at) -> "form " + array;
      case Form.Conditional conditional -> "a conditional form";
    };
  }

  /** The ranges of a box. */
  String box(Box box, Map<String, Polynomial> values, Map<String, String> names) {
    Map<String, Polynomial> inner = new HashMap<>(values);
    List<String> ranges = new ArrayList<>();
    for (Box.Binder binder : box.binders()) {
      Polynomial low = Normalizer.normalise(binder.low(), inner);
      Polynomial high = Normalizer.normalise(binder.high(), inner);
      ranges.add(
          (low.isZero() ? "" : term(low, names) + " <= ")
              + binder.name()
              + " < "
              + term(high, names));
      inner.put(binder.name(), Polynomial.variable(binder.name()));
    }
    String text = String.join(", ", ranges);
    return box.guard().equals(Predicate.TRUE)
        ? text
        : text + " when " + named(Notation.text(Normalizer.normalise(box.guard(), inner)), names);
  }

  /** The assumptions, one line each. */
  List<String> facts(Assumptions facts, Map<String, String> names) {
    return facts.stated().stream().map(condition -> condition(condition, names)).toList();
  }

  private String condition(Condition condition, Map<String, String> names) {
    return switch (condition) {
      case Condition.AtLeastZero(Polynomial p) -> {
        boolean strict = p.constantTerm().signum() < 0;
        yield comparison(strict ? p.plus(Polynomial.ONE) : p, strict ? " < " : " <= ", names);
      }
      case Condition.Zero(Polynomial p) -> comparison(p, " = ", names);
      case Condition.NonZero(Polynomial p) -> comparison(p, " != ", names);
      case Condition.Holds(Predicate predicate, boolean truth) ->
          named((truth ? "" : "not ") + Notation.text(predicate), names);
    };
  }

  private String comparison(Polynomial p, String relation, Map<String, String> names) {
    return term(p.negate().positivePart(), names) + relation + term(p.positivePart(), names);
  }

  private String node(Node node, Assumptions facts, Map<String, String> names, int depth) {
    return switch (node) {
      case Node.Constant(boolean value) -> value ? "1" : "0";
      case Node.Input(int index, List<Polynomial> at) -> {
        Words word = Words.containing(inputs, index);
        yield word.name() + indices(at.subList(0, word.rank()), facts, names);
      }
      case Node.Result result -> result(result, facts, names, depth);
      case Node.Gate gate ->
          gate.frame().family().name() + "." + gate.name() + indices(gate.at(), facts, names);
      case Node.State(Node.Round round, int index, List<Polynomial> at) ->
          round.names().get(index) + indices(at, facts, names);
      case Node.Final last -> "final " + last.state() + indices(last.at(), facts, names);
    };
  }

  private String result(
      Node.Result result, Assumptions facts, Map<String, String> names, int depth) {
    Circuit circuit = result.instance().circuit();
    // A constant is clearer by its sizes than by its bits.
    boolean constant = circuit.inputs().isEmpty();
    if (!constant && !opaque.test(circuit) && circuit instanceof Circuit.Family family) {
      return literal(resolver.unfold(result, family), facts, names, depth);
    }
    Words output = Words.containing(circuit.ports(), result.index());
    String suffix = indices(result.at().subList(0, output.rank()), facts, names);
    String name = circuit.name().substring(circuit.name().lastIndexOf('.') + 1);
    List<Words> words = Words.of(circuit.inputs());
    if (words.isEmpty()) {
      return name + indices(result.instance().sizes(), facts, names) + "()" + suffix;
    }
    if (depth == 0) {
      return name + "(...)" + suffix;
    }
    List<String> arguments =
        words.stream().map(w -> argument(result.instance(), w, facts, names, depth - 1)).toList();
    boolean comprehension = arguments.size() == 1 && arguments.get(0).startsWith("{");
    return name
        + (comprehension ? " " + arguments.get(0) : "(" + String.join(", ", arguments) + ")")
        + suffix;
  }

  private String argument(
      Frame.Instance instance,
      Words word,
      Assumptions facts,
      Map<String, String> names,
      int depth) {
    int port = word.ports().get(0);
    Circuit.Port input = instance.circuit().inputs().get(port);
    if (input.form()) {
      return "a form";
    }
    int level = Comparer.level(instance.symbols(), facts);
    List<String> binders = instance.call().arguments().get(port).binders();
    Map<String, String> inner = new HashMap<>(names);
    List<Polynomial> tuple = new ArrayList<>();
    for (int i = 0; i < binders.size(); i++) {
      String symbol = Symbols.bound(level + i);
      inner.put(symbol, binders.get(i));
      tuple.add(Polynomial.variable(symbol));
    }
    Assumptions inside = facts.andWithin(input.box(), instance.sizeValues(), tuple);
    String body = literal(resolver.argument(instance, port, tuple), inside, inner, depth);
    if (word.rank() == 0) {
      return body;
    }
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < word.rank(); i++) {
      Polynomial high =
          Normalizer.normalise(input.box().binders().get(i).high(), instance.sizeValues());
      ranges.add(term(tuple.get(i), inner) + " < " + term(high, facts, inner));
    }
    return "{ " + body + " : " + String.join(", ", ranges) + " }";
  }

  private String literal(
      Resolver.Bits bits, Assumptions facts, Map<String, String> names, int depth) {
    if (facts.contradictory()) {
      return "0";
    }
    try {
      Resolver.Bit bit = resolver.resolve(bits, facts);
      return (bit.negated() ? "not " : "") + node(bit.node(), facts, names, depth);
    } catch (CaseSplit split) {
      if (depth == 0) {
        return "...";
      }
      return "(if "
          + condition(split.condition(), names)
          + " then "
          + literal(bits, facts.and(split.condition()), names, depth - 1)
          + " else "
          + literal(bits, facts.and(split.condition().negated()), names, depth - 1)
          + ")";
    }
  }

  private String indices(List<Polynomial> at, Assumptions facts, Map<String, String> names) {
    return at.isEmpty()
        ? ""
        : at.stream()
            .map(index -> term(index, facts, names))
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * Bound indices by the names that the text of the circuit uses, made different where two of them
   * agree.
   */
  private static String named(String text, Map<String, String> hints) {
    Map<Integer, String> byLevel = new TreeMap<>();
    hints.forEach((symbol, name) -> byLevel.put(Symbols.level(symbol), name));
    Map<String, String> names = new HashMap<>();
    Set<String> taken = new HashSet<>();
    byLevel.forEach(
        (level, name) -> {
          String unique = name;
          while (!taken.add(unique)) {
            unique += "'";
          }
          names.put(Symbols.bound(level - 1), unique);
        });
    return SYMBOL
        .matcher(text)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    names.getOrDefault(match.group(), match.group())));
  }
}
