package tc0.circuit.index;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Variables;

/** Compiles the terms and predicates that search or sum over {@code [0, bound)}. */
final class LoopCompiler {

  private final IndexCompiler compiler;
  private final Budget budget;
  private final DiscreteLogarithms logarithms;

  LoopCompiler(IndexCompiler compiler, Budget budget) {
    this.compiler = compiler;
    this.budget = budget;
    this.logarithms = new DiscreteLogarithms(budget);
  }

  Term least(Index.Least least, Scope scope) {
    Optional<Term> logarithm = discreteLogarithm(least, scope);
    Term term =
        logarithm.orElseGet(
            () -> search(least.variable(), least.bound(), least.condition(), scope));
    return compiler.foldClosed(term, least, scope);
  }

  /** The least value in range with the property, else the bound or 0. */
  private Term search(String variable, Index bound, Predicate property, Scope scope) {
    Term limit = compiler.term(bound, scope);
    int slot = scope.nextSlot();
    Condition holds = compiler.condition(property, scope.bind(variable));
    return Term.of(
        slots -> {
          long end = Math.max(limit.fast.at(slots), 0);
          for (long v = 0; v < end; v++) {
            budget.spend(1);
            slots[slot] = v;
            if (holds.fast.at(slots)) {
              return v;
            }
          }
          return end;
        },
        slots -> {
          BigInteger end = limit.exact.at(slots).max(BigInteger.ZERO);
          for (BigInteger v = BigInteger.ZERO; v.compareTo(end) < 0; v = v.add(BigInteger.ONE)) {
            budget.spend(1);
            slots[slot] = v;
            if (holds.exact.at(slots)) {
              return v;
            }
          }
          return end;
        });
  }

  /** {@code exists}: the search stops before the bound. */
  Condition exists(String variable, Index bound, Predicate property, Scope scope) {
    Term limit = compiler.term(bound, scope);
    Term witness = search(variable, bound, property, scope);
    Condition found =
        Condition.of(
            slots -> witness.fast.at(slots) < limit.fast.at(slots),
            slots -> witness.exact.at(slots).compareTo(limit.exact.at(slots)) < 0);
    boolean closed =
        scope.isConstant(Variables.of(new Predicate.Exists(variable, bound, property)));
    return closed ? Condition.constant(found.holds(new long[scope.frameSize()])) : found;
  }

  Term summation(String variable, Index bound, Index body, Scope scope) {
    return compiler.foldClosed(
        accumulate(variable, bound, body, scope, BigInteger.ZERO, BigInteger::add),
        new Index.Summation(variable, bound, body),
        scope);
  }

  Term product(String variable, Index bound, Index body, Scope scope) {
    return compiler.foldClosed(
        accumulate(
            variable,
            bound,
            body,
            scope,
            BigInteger.ONE,
            (a, b) -> Arithmetic.multiply(a, b, budget)),
        new Index.Product(variable, bound, body),
        scope);
  }

  private Term accumulate(
      String variable,
      Index bound,
      Index body,
      Scope scope,
      BigInteger unit,
      BinaryOperator<BigInteger> combine) {
    Term limit = compiler.term(bound, scope);
    int slot = scope.nextSlot();
    Term element = compiler.term(body, scope.bind(variable));
    return Term.of(
        slots -> {
          long end = limit.fast.at(slots);
          BigInteger total = unit;
          for (long v = 0; v < end; v++) {
            budget.spend(1);
            slots[slot] = v;
            total = combine.apply(total, BigInteger.valueOf(element.fast.at(slots)));
          }
          return IndexCompiler.narrow(total);
        },
        slots -> {
          BigInteger end = limit.exact.at(slots);
          BigInteger total = unit;
          for (BigInteger v = BigInteger.ZERO; v.compareTo(end) < 0; v = v.add(BigInteger.ONE)) {
            budget.spend(1);
            slots[slot] = v;
            total = combine.apply(total, element.exact.at(slots));
          }
          return total;
        });
  }

  /**
   * Recognises {@code least e < bound : pow(g, e, m) = t} with {@code g, m, t} free of {@code e},
   * and looks it up in a table of powers instead of searching.
   */
  private Optional<Term> discreteLogarithm(Index.Least least, Scope scope) {
    if (!(least.condition() instanceof Predicate.Equal(var left, var right))) {
      return Optional.empty();
    }
    Index power = left instanceof Index.PowerModuloPrime ? left : right;
    Index target = left instanceof Index.PowerModuloPrime ? right : left;
    if (!(power instanceof Index.PowerModuloPrime(var base, var exponent, var modulus))
        || !exponent.equals(Index.variable(least.variable()))
        || mentions(base, least)
        || mentions(modulus, least)
        || mentions(target, least)) {
      return Optional.empty();
    }
    Term limit = compiler.term(least.bound(), scope);
    Term g = compiler.term(base, scope);
    Term m = compiler.term(modulus, scope);
    Term t = compiler.term(target, scope);
    Term search = search(least.variable(), least.bound(), least.condition(), scope);
    return Optional.of(
        Term.of(
            slots -> {
              long prime = m.fast.at(slots);
              if (!logarithms.covers(prime)) {
                return search.fast.at(slots);
              }
              long end = Math.max(limit.fast.at(slots), 0);
              long found = logarithms.least(g.fast.at(slots), t.fast.at(slots), prime);
              return found < 0 || found > end ? end : found;
            },
            search.exact));
  }

  private static boolean mentions(Index term, Index.Least least) {
    return Variables.of(term).contains(least.variable());
  }
}
