package tc0.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tc0.kernel.Growth;
import tc0.kernel.Index;
import tc0.kernel.Predicate;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.Identifier;
import tc0.syntax.ast.RegimeClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.IndexTerms;
import tc0.syntax.elaborate.Scope;

/** Turns regime declarations into kernel regimes. */
final class Regimes {
  private Regimes() {}

  /** A declared regime. */
  static Regime of(Declaration.Regime declaration, Scope scope) {
    SortedMap<String, Regime.Rate> rates = new TreeMap<>();
    List<String> parameters = new ArrayList<>();
    for (RegimeClause clause : declaration.clauses()) {
      switch (clause) {
        case RegimeClause.Grows grows -> parameters.add(grows.name().text());
        case RegimeClause.Bounded bounded -> parameters.add(bounded.name().text());
        case RegimeClause.Equal equal -> parameters.add(equal.name().text());
        case RegimeClause.Needs needs -> {}
      }
    }
    requireBase(declaration);
    IndexTerms reader = IndexTerms.in(scope, parameters);
    List<Predicate> needs = new ArrayList<>();
    for (RegimeClause clause : declaration.clauses()) {
      switch (clause) {
        case RegimeClause.Grows grows -> rates.put(grows.name().text(), new Regime.Rate.Base());
        case RegimeClause.Bounded bounded ->
            rates.put(bounded.name().text(), rate(bounded.growth()));
        case RegimeClause.Equal equal ->
            rates.put(equal.name().text(), new Regime.Rate.Equal(reader.index(equal.value())));
        case RegimeClause.Needs n -> needs.add(reader.predicate(n.condition()));
      }
    }
    try {
      return new Regime(declaration.name().text(), rates, needs);
    } catch (Refusal refusal) {
      throw new DiagnosticException(
          Diagnostic.error(DiagnosticCode.TC0604, declaration.name().span(), refusal.reason())
              .withHelp("one size `grows`, every other one is `in` some growth of it"));
    }
  }

  /**
   * What a lemma without a regime speaks of: the first parameter grows, all others are polynomial
   * in it.
   */
  static Regime everySize(List<String> parameters) {
    SortedMap<String, Regime.Rate> rates = new TreeMap<>();
    for (String parameter : parameters) {
      rates.put(
          parameter, rates.isEmpty() ? new Regime.Rate.Base() : new Regime.Rate.SomePolynomial());
    }
    if (rates.isEmpty()) {
      rates.put("n", new Regime.Rate.Base());
    }
    return new Regime("every size", rates, List.of());
  }

  /** Every growth of a regime is in the one parameter that grows. */
  private static void requireBase(Declaration.Regime declaration) {
    String base =
        declaration.clauses().stream()
            .filter(RegimeClause.Grows.class::isInstance)
            .map(clause -> ((RegimeClause.Grows) clause).name().text())
            .findFirst()
            .orElse("");
    for (RegimeClause clause : declaration.clauses()) {
      if (clause instanceof RegimeClause.Bounded bounded) {
        for (Identifier name : names(bounded.growth())) {
          if (!name.text().equals(base)) {
            throw new DiagnosticException(
                Diagnostic.error(
                        DiagnosticCode.TC0604,
                        name.span(),
                        "`" + name.text() + "` is not the parameter that grows")
                    .withHelp(
                        base.isEmpty()
                            ? "say which one grows, as in `n grows;`"
                            : "write the growth in `" + base + "`"));
          }
        }
      }
    }
  }

  private static List<Identifier> names(tc0.syntax.ast.Growth growth) {
    return switch (growth) {
      case tc0.syntax.ast.Growth.Poly poly -> List.of(poly.base());
      case tc0.syntax.ast.Growth.BigO bigO ->
          bigO.monomials().stream()
              .flatMap(monomial -> monomial.factors().stream())
              .flatMap(
                  factor ->
                      switch (factor) {
                        case tc0.syntax.ast.Growth.Power power -> Stream.of(power.name());
                        case tc0.syntax.ast.Growth.Log log -> Stream.of(log.name());
                        case tc0.syntax.ast.Growth.Constant constant -> Stream.<Identifier>empty();
                      })
              .toList();
    };
  }

  private static Regime.Rate rate(tc0.syntax.ast.Growth growth) {
    return switch (growth) {
      case tc0.syntax.ast.Growth.Poly poly -> new Regime.Rate.SomePolynomial();
      case tc0.syntax.ast.Growth.BigO bigO -> {
        int degree = 0;
        int logs = 0;
        if (bigO.monomials().size() != 1) {
          throw unclear(growth);
        }
        for (var factor : bigO.monomials().get(0).factors()) {
          switch (factor) {
            case tc0.syntax.ast.Growth.Power power -> degree += power.exponent().intValueExact();
            case tc0.syntax.ast.Growth.Log log -> logs += log.exponent().intValueExact();
            case tc0.syntax.ast.Growth.Constant constant -> {}
          }
        }
        yield new Regime.Rate.Within(new Growth.Order(degree, logs));
      }
    };
  }

  private static DiagnosticException unclear(tc0.syntax.ast.Growth growth) {
    return new DiagnosticException(
        Diagnostic.error(
                DiagnosticCode.TC0604,
                growth.span(),
                "a regime bounds a parameter by one monomial in n")
            .withHelp("write `O(1)`, `O(log^k n)`, `O(n^a log^b n)` or `poly(n)`"));
  }

  /** A claimed growth {@code O(n^3 * p)} as a term over the size parameters. */
  static Index term(tc0.syntax.ast.Growth.BigO growth) {
    Index sum = Index.ZERO;
    for (var monomial : growth.monomials()) {
      Index product = Index.ONE;
      for (var factor : monomial.factors()) {
        product =
            switch (factor) {
              case tc0.syntax.ast.Growth.Power power ->
                  times(product, Index.variable(power.name().text()), power.exponent());
              case tc0.syntax.ast.Growth.Log log ->
                  times(
                      product, new Index.Length(Index.variable(log.name().text())), log.exponent());
              case tc0.syntax.ast.Growth.Constant constant ->
                  product.times(new Index.Number(constant.value()));
            };
      }
      sum = sum.equals(Index.ZERO) ? product : sum.plus(product);
    }
    return sum;
  }

  private static Index times(Index product, Index factor, BigInteger exponent) {
    Index result = product;
    for (int i = 0; i < exponent.intValueExact(); i++) {
      result = result.equals(Index.ONE) ? factor : result.times(factor);
    }
    return result;
  }
}
