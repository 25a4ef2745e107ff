package tc0.circuit.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.kernel.Box;
import tc0.kernel.Index;
import tc0.kernel.Notation;
import tc0.kernel.Predicate;
import tc0.kernel.Scope;
import tc0.kernel.Tier;
import tc0.kernel.Tiers;

/**
 * The tier of the clauses of a generator: the join over their index terms and conditions, by the
 * kernel's rules for terms. That all values are polynomial in the base size is a matter of the
 * regime and is not judged here.
 */
public final class ClauseTiers {
  private ClauseTiers() {}

  /** The tier of a term in which any variable may occur, and the operation that needs it. */
  static Tiers.Reason of(Index term) {
    return Tiers.of(term, Scope.of(List.of()));
  }

  /** The tier of a clause that names gates. */
  public static Tiers.Reason of(ExplicitGenerator.Gates clause) {
    Box box = clause.box();
    List<Index> terms = new ArrayList<>();
    for (Box.Binder binder : box.binders()) {
      terms.add(binder.low());
      terms.add(binder.high());
    }
    return join(terms, box.guard());
  }

  /** The tier of a clause that connects gates. */
  public static Tiers.Reason of(ExplicitGenerator.Wires clause) {
    List<Index> terms =
        clause.target() instanceof ExplicitGenerator.Target.Bit bit ? bit.at() : List.of();
    return join(terms, clause.condition());
  }

  /** The tier of a generator: the join over its clauses. */
  public static Tier of(ExplicitGenerator generator) {
    Tier tier = Tier.DLOGTIME;
    for (ExplicitGenerator.Gates clause : generator.gates()) {
      tier = tier.join(of(clause).tier());
    }
    for (ExplicitGenerator.Wires clause : generator.wires()) {
      tier = tier.join(of(clause).tier());
    }
    return tier;
  }

  /**
   * Why a generator does not have the tier it claims, if so: the first clause above it and the
   * operation in question.
   */
  public static Optional<String> refusal(ExplicitGenerator generator) {
    for (ExplicitGenerator.Gates clause : generator.gates()) {
      Tiers.Reason reason = of(clause);
      if (reason.tier().compareTo(generator.tier()) > 0) {
        return Optional.of(sentence(generator, "the names of " + clause.array(), reason));
      }
    }
    for (ExplicitGenerator.Wires clause : generator.wires()) {
      Tiers.Reason reason = of(clause);
      if (reason.tier().compareTo(generator.tier()) > 0) {
        return Optional.of(sentence(generator, "a wire of " + clause.array(), reason));
      }
    }
    return Optional.empty();
  }

  private static String sentence(ExplicitGenerator generator, String clause, Tiers.Reason reason) {
    return "%s claims %s, but `%s` in %s needs %s"
        .formatted(
            generator.name(),
            generator.tier().keyword(),
            Notation.text(reason.operation()),
            clause,
            reason.tier().keyword());
  }

  private static Tiers.Reason join(List<Index> terms, Predicate condition) {
    Tiers.Reason result = Tiers.of(condition, Scope.of(List.of()));
    for (Index term : terms) {
      Tiers.Reason reason = of(term);
      result = reason.tier().compareTo(result.tier()) > 0 ? reason : result;
    }
    return result;
  }
}
