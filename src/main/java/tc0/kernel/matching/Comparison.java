package tc0.kernel.matching;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The outcome of comparing two subterms. */
sealed interface Comparison {

  /** Proved equal with the help of {@code laws}. */
  record Same(Set<Law> laws) implements Comparison {
    public Same {
      laws = Set.copyOf(laws);
    }
  }

  /** Not proved equal; the difference is described on demand. */
  record Different(Supplier<Verdict.Difference> difference) implements Comparison {}

  /** Equal without any law. */
  Comparison SAME = new Same(Set.of());

  /** Both must be proved. */
  static Comparison both(Comparison first, Comparison second) {
    if (first instanceof Same(Set<Law> laws) && second instanceof Same(Set<Law> others)) {
      Set<Law> all = new TreeSet<>(laws);
      all.addAll(others);
      return new Same(all);
    }
    return first instanceof Different ? first : second;
  }

  /** Proved with {@code law} as well. */
  default Comparison using(Law law) {
    return both(this, new Same(Set.of(law)));
  }

  /** Whether equality is proved. */
  default boolean isSame() {
    return this instanceof Same;
  }
}
