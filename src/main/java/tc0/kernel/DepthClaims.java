package tc0.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rule LE-depth: a derived depth is at most a claimed one if every derived form is dominated,
 * coefficient by coefficient, by one claimed form. Circuits that a constant names stay atoms, and
 * each atom is replaced by its constant, which is at least as large; for disjoint constants this
 * loses nothing.
 */
final class DepthClaims {
  private final Map<String, String> constantOf = new HashMap<>();
  private final List<DepthConstant> constants;
  private final Circuit circuit;

  /** Decides whether a polynomial over the circuit's parameters is never negative. */
  @FunctionalInterface
  interface Natural {
    boolean holds(Polynomial polynomial);
  }

  /** Refuses two constants that name one circuit. */
  DepthClaims(List<DepthConstant> constants, Circuit circuit) {
    this.constants = List.copyOf(constants);
    this.circuit = circuit;
    for (DepthConstant constant : constants) {
      for (String used : constant.circuits()) {
        String other = constantOf.put(used, constant.name());
        if (other != null) {
          throw new Refusal(
              Rule.LE_DEPTH,
              "`"
                  + used
                  + "` is under two constants, "
                  + other
                  + " and "
                  + constant.name()
                  + "; say which one the claim uses");
        }
      }
    }
  }

  /** Replaces the circuits that constants name by the constants. */
  DepthValue rename(DepthValue derived) {
    return derived.map(
        form ->
            form.rename(
                atom ->
                    atom instanceof DepthAtom.Body body && constantOf.containsKey(body.circuit())
                        ? new DepthAtom.Named(constantOf.get(body.circuit()))
                        : atom));
  }

  /**
   * The forms of a claimed expression, over the parameters of the circuit; too many are refused,
   * never widened.
   */
  DepthValue claimed(DepthExpression expression) {
    if (width(expression) > DepthValue.LIMIT) {
      throw new Refusal(
          Rule.LE_DEPTH, "the claim is a maximum of more than " + DepthValue.LIMIT + " forms");
    }
    return value(expression);
  }

  private static long width(DepthExpression expression) {
    return switch (expression) {
      case DepthExpression.Count count -> 1;
      case DepthExpression.Constant constant -> 1;
      case DepthExpression.DepthOf depth -> 1;
      case DepthExpression.Sum(DepthExpression left, DepthExpression right) ->
          Math.min(width(left) * width(right), DepthValue.LIMIT + 1L);
      case DepthExpression.Difference(DepthExpression left, DepthExpression right) -> width(left);
      case DepthExpression.Scale(Index factor, DepthExpression of) -> width(of);
      case DepthExpression.Maximum(DepthExpression left, DepthExpression right) ->
          Math.min(width(left) + width(right), DepthValue.LIMIT + 1L);
    };
  }

  private DepthValue value(DepthExpression expression) {
    return switch (expression) {
      case DepthExpression.Count(Index count) -> DepthValue.of(LinearDepth.of(size(count)));
      case DepthExpression.Constant(String name) -> {
        if (constants.stream().noneMatch(constant -> constant.name().equals(name))) {
          throw new Refusal(Rule.LE_DEPTH, "there is no constant `" + name + "`");
        }
        yield DepthValue.of(LinearDepth.of(new DepthAtom.Named(name)));
      }
      case DepthExpression.DepthOf(String circuit) ->
          rename(DepthValue.of(LinearDepth.of(new DepthAtom.Body(circuit, List.of()))));
      case DepthExpression.Sum(DepthExpression left, DepthExpression right) ->
          value(left).plus(value(right), (path, ignored) -> path);
      case DepthExpression.Difference(DepthExpression left, DepthExpression right) -> {
        LinearDepth less = linear(value(right));
        yield value(left).map(form -> form.minus(less));
      }
      case DepthExpression.Scale(Index factor, DepthExpression of) -> {
        Polynomial by = size(factor);
        DepthValue value = value(of);
        if (!Naturals.contains(by)) {
          yield DepthValue.of(linear(value).times(by));
        }
        yield value.times(by);
      }
      case DepthExpression.Maximum(DepthExpression left, DepthExpression right) ->
          value(left).max(value(right));
    };
  }

  /** Whether an expression mentions a constant; if not, it speaks of gates and nothing is cut. */
  static boolean mentionsConstant(DepthExpression expression) {
    return switch (expression) {
      case DepthExpression.Count count -> false;
      case DepthExpression.Constant constant -> true;
      case DepthExpression.DepthOf depth -> false;
      case DepthExpression.Sum(DepthExpression left, DepthExpression right) ->
          mentionsConstant(left) || mentionsConstant(right);
      case DepthExpression.Difference(DepthExpression left, DepthExpression right) ->
          mentionsConstant(left) || mentionsConstant(right);
      case DepthExpression.Scale(Index factor, DepthExpression of) -> mentionsConstant(of);
      case DepthExpression.Maximum(DepthExpression left, DepthExpression right) ->
          mentionsConstant(left) || mentionsConstant(right);
    };
  }

  private Polynomial size(Index term) {
    if (!circuit.parameters().containsAll(Variables.of(term))) {
      throw new Refusal(
          Rule.WF_INDEX,
          "`" + Notation.text(term) + "` is not over the size parameters of " + circuit.name());
    }
    return Scope.of(circuit.parameters()).value(term);
  }

  private static LinearDepth linear(DepthValue value) {
    if (value.entries().size() != 1) {
      throw new Refusal(Rule.LE_DEPTH, "a maximum cannot be subtracted: " + value);
    }
    return value.forms().getFirst();
  }

  /**
   * Covers every entry of a derived profile, already renamed.
   *
   * @return one line per derived form, with its slack
   */
  List<Evidence> cover(Profile derived, DepthValue claimed, Natural natural) {
    List<Evidence> lines = new ArrayList<>();
    List<Evidence> failing = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    for (Map.Entry<Profile.Source, DepthValue> source : derived.entries().entrySet()) {
      for (DepthValue.Entry entry : source.getValue().entries()) {
        Evidence.Depth line = nearest(source.getKey(), entry, claimed, natural);
        Optional<LinearDepth> missing = missing(line.slack(), natural);
        (missing.isPresent() ? failing : lines).add(line);
        missing.ifPresent(shortage -> messages.add(message(line, shortage)));
      }
    }
    if (!failing.isEmpty()) {
      throw new Refusal(Rule.LE_DEPTH, messages.getFirst(), failing);
    }
    return lines;
  }

  private String message(Evidence.Depth line, LinearDepth shortage) {
    return "`"
        + circuit.name()
        + "` from "
        + line.source().name()
        + " needs "
        + line.derived()
        + ", claim gives "
        + line.claimed()
        + ": short by "
        + shortage
        + " on "
        + line.path();
  }

  private static Evidence.Depth nearest(
      Profile.Source source, DepthValue.Entry entry, DepthValue claimed, Natural natural) {
    LinearDepth best = claimed.forms().getFirst();
    int fewest = Integer.MAX_VALUE;
    for (LinearDepth form : claimed.forms()) {
      int failing =
          missing(form.minus(entry.depth()), natural)
              .map(missing -> missing.coefficients().size() + 1)
              .orElse(0);
      if (failing < fewest) {
        fewest = failing;
        best = form;
      }
    }
    return new Evidence.Depth(source, entry.depth(), best, best.minus(entry.depth()), entry.path());
  }

  /** The part of a slack that may be negative, with its sign turned. */
  private static Optional<LinearDepth> missing(LinearDepth slack, Natural natural) {
    TreeMap<DepthAtom, Polynomial> failing = new TreeMap<>(slack.coefficients());
    failing.values().removeIf(natural::holds);
    boolean constantFails = !natural.holds(slack.constant());
    if (failing.isEmpty() && !constantFails) {
      return Optional.empty();
    }
    return Optional.of(
        new LinearDepth(constantFails ? slack.constant() : Polynomial.ZERO, failing)
            .times(Polynomial.of(-1)));
  }
}
