package tc0.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tc0.kernel.Circuit;
import tc0.kernel.Claim;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.elaborate.Program;
import tc0.syntax.source.Span;

/** Which statements of a file hold as declared and are refused at other rates. */
final class BrokenClaims {
  private final Program program;
  private final Kernel kernel;
  private final Names names;
  private final Meanings meanings;
  private final HardnessReader hardness;
  private final Map<Key, Map<Span, RegimeTable.Broken>> refused = new HashMap<>();

  private record Key(Span statement, Variation variation) {}

  BrokenClaims(Program program, Kernel kernel) {
    this.program = program;
    this.kernel = kernel;
    this.names = new Names(program.main().scope());
    this.meanings = new Meanings(program);
    this.hardness = HardnessReader.of(Options.UNCHECKED, step -> {});
  }

  /** The clauses about the named circuits that the variation breaks, in order of the file. */
  List<RegimeTable.Broken> of(Set<String> circuits, Variation variation) {
    List<RegimeTable.Broken> broken = new ArrayList<>();
    for (Declaration declaration : program.main().source().declarations()) {
      Optional<LemmaClause.Of> of = subject(declaration);
      if (of.isEmpty() || of.get().regime().isEmpty()) {
        continue;
      }
      Circuit circuit = names.circuit(of.get().circuit()).core();
      Regime regime = names.regime(of.get().regime().get());
      boolean varies =
          circuit.parameters().stream().anyMatch(variation.rates()::containsKey)
              && variation.changes(regime);
      if (varies && circuits.contains(circuit.name())) {
        Map<Span, RegimeTable.Broken> before = refused(declaration, Variation.NONE);
        refused(declaration, variation)
            .forEach(
                (span, claim) -> {
                  if (!before.containsKey(span)) {
                    broken.add(claim);
                  }
                });
      }
    }
    return broken;
  }

  /** What a lemma or theorem is about. */
  static Optional<LemmaClause.Of> subject(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Lemma lemma -> find(lemma.clauses());
      case Declaration.Theorem theorem -> find(theorem.clauses());
      default -> Optional.empty();
    };
  }

  private static Optional<LemmaClause.Of> find(List<?> clauses) {
    return clauses.stream()
        .filter(LemmaClause.Of.class::isInstance)
        .map(LemmaClause.Of.class::cast)
        .findFirst();
  }

  private Map<Span, RegimeTable.Broken> refused(Declaration statement, Variation variation) {
    return refused.computeIfAbsent(
        new Key(statement.span(), variation),
        key ->
            switch (statement) {
              case Declaration.Lemma lemma -> refused(lemma, variation);
              case Declaration.Theorem theorem -> refused(theorem, variation);
              default -> Map.of();
            });
  }

  private Map<Span, RegimeTable.Broken> refused(Declaration.Lemma lemma, Variation variation) {
    LemmaClause.Of of = subject(lemma).orElseThrow();
    Regime regime = variation.of(names.regime(of.regime().orElseThrow())).regime();
    ClaimReader claims = new ClaimReader(lemma, names.circuit(of.circuit()), regime, names);
    Map<Span, RegimeTable.Broken> found = new LinkedHashMap<>();
    for (LemmaClause clause : lemma.clauses()) {
      Optional<Claim> claim = claims.claim(clause);
      if (claim.isPresent()
          && kernel.prove(claim.get()) instanceof Outcome.Denied<Judgement>(Refusal refusal)) {
        found.put(
            clause.span(),
            new RegimeTable.Broken(
                "lemma " + lemma.name().text(),
                program.text(clause.span()),
                clause.span(),
                refusal.rule(),
                refusal.reason()));
      }
    }
    return found;
  }

  private Map<Span, RegimeTable.Broken> refused(Declaration.Theorem theorem, Variation variation) {
    TheoremReport report =
        new TheoremJudge(
                theorem, kernel, names, meanings, hardness, regime -> variation.of(regime).regime())
            .judge();
    Map<Span, RegimeTable.Broken> found = new LinkedHashMap<>();
    for (Line line : report.lines()) {
      if (!line.standing().isGreen()) {
        found.put(
            line.span(),
            new RegimeTable.Broken(
                "theorem " + theorem.name().text(),
                program.text(line.span()),
                line.span(),
                line.rule(),
                line.detail()));
      }
    }
    return found;
  }

  /** Whether a statement claims that its family is in a class, or what follows from it. */
  static boolean claimsClass(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Lemma lemma ->
          lemma.clauses().stream().anyMatch(LemmaClause.InClass.class::isInstance);
      case Declaration.Theorem theorem ->
          theorem.clauses().stream()
              .anyMatch(
                  clause ->
                      clause instanceof LemmaClause.InClass
                          || clause instanceof TheoremClause.CannotDecide);
      default -> false;
    };
  }
}
