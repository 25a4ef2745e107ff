package tc0.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tc0.kernel.Notation;
import tc0.kernel.Predicate;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;

/**
 * Other rates for some of the parameters of a regime.
 *
 * @param rates what the named parameters do instead; a regime that lacks one of them is not given
 *     it
 */
public record Variation(SortedMap<String, Regime.Rate> rates) {

  /** The regime as it is. */
  public static final Variation NONE = new Variation(new TreeMap<>());

  public Variation {
    rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
  }

  /** One parameter at another rate. */
  public static Variation of(String parameter, Regime.Rate rate) {
    return new Variation(new TreeMap<>(Map.of(parameter, rate)));
  }

  /** This and another parameter at another rate. */
  Variation and(String parameter, Regime.Rate rate) {
    TreeMap<String, Regime.Rate> more = new TreeMap<>(rates);
    more.put(parameter, rate);
    return new Variation(more);
  }

  /** Whether the regime would change. */
  boolean changes(Regime regime) {
    return rates.entrySet().stream()
        .anyMatch(
            rate -> {
              Regime.Rate declared = regime.rates().get(rate.getKey());
              return declared != null && !declared.equals(rate.getValue());
            });
  }

  /**
   * A regime at other rates.
   *
   * @param dropped conditions of the regime that its rates contradict, and that it therefore lacks
   */
  record Varied(Regime regime, List<String> dropped) {
    Varied {
      dropped = List.copyOf(dropped);
    }
  }

  /** The regime at these rates; conditions on the sizes stay where they still can be met. */
  Varied of(Regime regime) {
    if (!changes(regime)) {
      return new Varied(regime, List.of());
    }
    SortedMap<String, Regime.Rate> changed = new TreeMap<>(regime.rates());
    rates.forEach((parameter, rate) -> changed.computeIfPresent(parameter, (p, old) -> rate));
    String name = regime.name() + " with " + text(regime.base());
    List<Predicate> kept = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (Predicate need : regime.needs()) {
      try {
        kept.addAll(new Regime(name, changed, List.of(need)).needs());
      } catch (Refusal refusal) {
        dropped.add(Notation.text(need));
      }
    }
    return new Varied(new Regime(name, changed, kept), dropped);
  }

  /** For example {@code m in O(log n), p in O(1)}. */
  String text(String base) {
    return rates.entrySet().stream()
        .map(rate -> rate.getKey() + " " + text(rate.getValue(), base))
        .collect(Collectors.joining(", "));
  }

  /** A rate as a regime declares it, for example {@code in O(log n)}. */
  static String text(Regime.Rate rate, String base) {
    return switch (rate) {
      case Regime.Rate.Base grows -> "grows";
      case Regime.Rate.Within(var order) -> "in " + order.toString().replaceAll("\\bn\\b", base);
      case Regime.Rate.SomePolynomial some -> "in poly(" + base + ")";
      case Regime.Rate.Equal(var value) -> "= " + Notation.text(value);
    };
  }
}
