package tc0.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import tc0.kernel.Hypothesis;

/** What statements rest on, sorted into kinds that a reader can count. */
final class Grounds {
  private Grounds() {}

  /** For example {@code 9 axioms, 4 side conditions, 2 cited facts}. */
  static String counts(SortedSet<Hypothesis> hypotheses) {
    List<String> parts = new ArrayList<>();
    byKind(hypotheses)
        .forEach((kind, members) -> parts.add(Totals.count(members.size(), noun(kind))));
    return String.join(", ", parts);
  }

  /** The hypotheses of every kind that occurs. */
  static Map<Hypothesis.Kind, List<Hypothesis>> byKind(SortedSet<Hypothesis> hypotheses) {
    Map<Hypothesis.Kind, List<Hypothesis>> kinds = new LinkedHashMap<>();
    for (Hypothesis hypothesis : hypotheses) {
      kinds.computeIfAbsent(hypothesis.kind(), k -> new ArrayList<>()).add(hypothesis);
    }
    return kinds;
  }

  static String noun(Hypothesis.Kind kind) {
    return switch (kind) {
      case AXIOM -> "axiom";
      case CONDITION -> "side condition";
      case FACT -> "cited fact";
      case CONSTRUCTIBLE -> "constructible size";
      case WEIGHTS -> "weight source";
      case MEANING -> "primitive meaning";
      case REDUCTION -> "reduction";
    };
  }

  static String heading(Hypothesis.Kind kind) {
    return switch (kind) {
      case AXIOM -> "axioms: circuits taken on trust, with their cost";
      case CONDITION -> "side conditions of axioms";
      case FACT -> "facts of the literature";
      case CONSTRUCTIBLE -> "sizes as functions of the input length";
      case WEIGHTS -> "where the weights come from";
      case MEANING -> "that primitives compute what they are named for";
      case REDUCTION -> "that reductions are right at every length";
    };
  }
}
