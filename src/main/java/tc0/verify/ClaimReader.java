package tc0.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tc0.kernel.Claim;
import tc0.kernel.ComplexityClass;
import tc0.kernel.DepthConstant;
import tc0.kernel.Regime;
import tc0.kernel.Tier;
import tc0.kernel.Uniformity;
import tc0.syntax.ast.ClassName;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.IndexTerms;

/** Turns the clauses of one lemma into claims that the kernel can judge. */
final class ClaimReader {
  private final Declaration.Lemma lemma;
  private final CircuitInfo circuit;
  private final Regime regime;
  private final List<DepthConstant> constants;
  private final IndexTerms sizes;
  private final boolean aboutThisFamily;
  private final Uniformity uniformity;

  ClaimReader(Declaration.Lemma lemma, CircuitInfo circuit, Regime regime, Names names) {
    this.lemma = lemma;
    this.circuit = circuit;
    this.regime = regime;
    this.constants = constants(lemma, names);
    this.sizes = IndexTerms.in(names.scope(), circuit.core().parameters());
    this.aboutThisFamily =
        lemma.clauses().stream()
            .anyMatch(
                clause ->
                    clause instanceof LemmaClause.DepthBound
                        || clause instanceof LemmaClause.CountBound);
    this.uniformity =
        lemma.clauses().stream()
                .anyMatch(
                    clause ->
                        clause instanceof LemmaClause.Uniform uniform
                            && uniform.tier().inKernel() == Tier.P)
            ? Uniformity.P
            : Uniformity.DLOGTIME;
  }

  /** The constants that a lemma uses. */
  static List<DepthConstant> constants(Declaration.Lemma lemma, Names names) {
    List<DepthConstant> constants = new ArrayList<>();
    for (LemmaClause clause : lemma.clauses()) {
      if (clause instanceof LemmaClause.Using using) {
        for (var name : using.constants()) {
          for (var one : names.statement(name, Declaration.Constants.class).constants()) {
            Set<String> circuits = new TreeSet<>();
            one.circuits().forEach(c -> circuits.add(names.of(name).circuit(c).name()));
            constants.add(new DepthConstant(one.name().text(), circuits));
          }
        }
      }
    }
    return constants;
  }

  /** The first claim about depth, if constants are in force for it. */
  Optional<Claim.DepthAtMost> aboutConstants() {
    return lemma.clauses().stream()
        .filter(LemmaClause.DepthBound.class::isInstance)
        .flatMap(clause -> claim(clause).stream())
        .map(Claim.DepthAtMost.class::cast)
        .filter(claim -> claim.measure() == Claim.Measure.DEPTH && !constants.isEmpty())
        .findFirst();
  }

  /** The claim of a clause; empty for clauses that the kernel has no part in. */
  Optional<Claim> claim(LemmaClause clause) {
    return switch (clause) {
      case LemmaClause.DepthBound bound ->
          Optional.of(
              new Claim.DepthAtMost(
                  circuit.core(),
                  regime,
                  measure(bound.kind()),
                  new DepthTerms(constants, sizes).read(bound.bound()),
                  constants));
      case LemmaClause.DepthGrowth growth -> Optional.of(depthGrowth(growth));
      case LemmaClause.CountBound bound ->
          Optional.of(
              new Claim.SizeAtMost(
                  circuit.core(),
                  switch (bound.kind()) {
                    case GATES -> Claim.Quantity.GATES;
                    case WIRES -> Claim.Quantity.WIRES;
                  },
                  sizes.index(bound.bound())));
      case LemmaClause.SizeGrowth(var span, tc0.syntax.ast.Growth.Poly poly) -> {
        requireBase(poly.base());
        yield Optional.of(new Claim.SizePolynomial(circuit.core(), regime));
      }
      case LemmaClause.SizeGrowth(var span, tc0.syntax.ast.Growth.BigO bigO) ->
          Optional.of(
              new Claim.SizeGrowth(
                  circuit.core(), regime, Claim.Quantity.SIZE, Regimes.term(bigO)));
      case LemmaClause.Uniform uniform ->
          Optional.of(
              new Claim.Uniform(
                  circuit.core(), regime, uniform.tier().inKernel(), aboutThisFamily));
      case LemmaClause.InClass in ->
          Optional.of(
              new Claim.Member(
                  circuit.core(), regime, complexityClass(in.complexityClass(), uniformity)));
      default -> Optional.empty();
    };
  }

  private Claim depthGrowth(LemmaClause.DepthGrowth clause) {
    boolean constant =
        clause.growth() instanceof tc0.syntax.ast.Growth.BigO bigO
            && bigO.monomials().stream()
                .flatMap(monomial -> monomial.factors().stream())
                .allMatch(tc0.syntax.ast.Growth.Constant.class::isInstance);
    if (!constant || clause.kind() != LemmaClause.DepthKind.PLAIN) {
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.TC0602,
                  clause.span(),
                  "the only depth growth to claim is `depth in O(1)`")
              .withHelp("claim an explicit bound, `depth <= …`, or a class, `in TC^1`"));
    }
    return new Claim.DepthBounded(circuit.core(), regime);
  }

  private void requireBase(tc0.syntax.ast.Identifier base) {
    if (!base.text().equals(regime.base())) {
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.TC0604,
                  base.span(),
                  "`" + base.text() + "` does not grow under " + regime.name())
              .withHelp("write `poly(" + regime.base() + ")`"));
    }
  }

  private static Claim.Measure measure(LemmaClause.DepthKind kind) {
    return switch (kind) {
      case PLAIN -> Claim.Measure.DEPTH;
      case STRICT -> Claim.Measure.STRICT_DEPTH;
      case MAJORITY -> Claim.Measure.MAJORITY_DEPTH;
    };
  }

  /** A class as written, with the uniformity that goes with it. */
  static ComplexityClass complexityClass(ClassName name, Uniformity uniformity) {
    try {
      return new ComplexityClass(
          ComplexityClass.Kind.valueOf(name.family().toUpperCase(Locale.ROOT)),
          name.level().orElseThrow(IllegalArgumentException::new),
          name.nonuniform() ? Uniformity.NONUNIFORM : uniformity);
    } catch (IllegalArgumentException e) {
      throw new DiagnosticException(
          Diagnostic.error(DiagnosticCode.TC0603, name.span(), "unknown class " + name)
              .withHelp(
                  "the classes are AC0, TC0, NC1, AC^i, TC^i and NC^i, with /poly for advice"));
    }
  }
}
