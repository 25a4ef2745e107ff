package tc0.circuit.connection;

import java.util.List;
import tc0.kernel.Predicate;

/** What a literal reads, as a decision on the indices. */
sealed interface Route {

  /** The same in every case. */
  record End(ExplicitGenerator.Target target) implements Route {}

  /** One route where the condition holds, another elsewhere. */
  record Branch(Predicate condition, Route then, Route otherwise) implements Route {}

  /** A target and the condition under which it is read. */
  record Case(Predicate condition, ExplicitGenerator.Target target) {}

  /** Appends the cases of this route, which exclude each other and cover everything. */
  default void cases(Predicate condition, List<Case> into) {
    switch (this) {
      case End(ExplicitGenerator.Target target) -> into.add(new Case(condition, target));
      case Branch(Predicate c, Route then, Route otherwise) -> {
        then.cases(Terms.and(condition, c), into);
        otherwise.cases(Terms.and(condition, Terms.not(c)), into);
      }
    }
  }
}
