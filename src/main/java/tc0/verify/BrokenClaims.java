package tc0.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tc0.kernel.CallGraph;
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
  private final Map<Key, Map<String, RegimeTable.Broken>> refused = new HashMap<>();

  private record Key(Span statement, Variation variation) {}

  BrokenClaims(Program program, Kernel kernel) {
    this.program = program;
    this.kernel = kernel;
    this.names = new Names(program.main().scope());
    this.meanings = new Meanings(program);
    this.hardness = HardnessReader.of(Options.UNCHECKED, step -> {});
  }

  /** The clauses about a family and its parts that the variation breaks, in order of the file. */
  List<RegimeTable.Broken> of(Circuit family, Variation variation) {
    Set<String> circuits = CallGraph.reachable(family).keySet();
    List<RegimeTable.Broken> broken = new ArrayList<>();
    for (Declaration declaration : program.main().source().declarations()) {
      boolean concerned =
          subject(declaration)
                  .map(of -> names.circuit(of.circuit()).core())
                  .map(circuit -> circuits.contains(circuit.name()) && varies(circuit, variation))
                  .orElse(false)
              || declaration instanceof Declaration.Theorem theorem
                  && CompositionJudge.clause(theorem).isPresent();
      if (concerned && regime(declaration).map(variation::changes).orElse(false)) {
        Set<String> before = refused(declaration, Variation.NONE).keySet();
        refused(declaration, variation)
            .forEach(
                (key, claim) -> {
                  if (!before.contains(key) && (!isAboutOne(key) || key.equals(family.name()))) {
                    broken.add(claim);
                  }
                });
      }
    }
    return broken;
  }

  private static boolean varies(Circuit circuit, Variation variation) {
    return circuit.parameters().stream().anyMatch(variation.rates()::containsKey);
  }

  /** Whether a key is the name of one of the circuits of a theorem about all, and no position. */
  private static boolean isAboutOne(String key) {
    return !key.contains(":");
  }

  private Optional<Regime> regime(Declaration declaration) {
    return declaration instanceof Declaration.Theorem theorem
            && CompositionJudge.clause(theorem).isPresent()
        ? CompositionJudge.clause(theorem).map(every -> names.regime(every.regime()))
        : subject(declaration).flatMap(of -> of.regime()).map(names::regime);
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

  private Map<String, RegimeTable.Broken> refused(Declaration statement, Variation variation) {
    return refused.computeIfAbsent(
        new Key(statement.span(), variation),
        key ->
            switch (statement) {
              case Declaration.Lemma lemma -> refused(lemma, variation);
              case Declaration.Theorem theorem -> refused(theorem, variation);
              default -> Map.of();
            });
  }

  private Map<String, RegimeTable.Broken> refused(Declaration.Lemma lemma, Variation variation) {
    LemmaClause.Of of = subject(lemma).orElseThrow();
    Regime regime = variation.of(names.regime(of.regime().orElseThrow())).regime();
    ClaimReader claims = new ClaimReader(lemma, names.circuit(of.circuit()), regime, names);
    Map<String, RegimeTable.Broken> found = new LinkedHashMap<>();
    for (LemmaClause clause : lemma.clauses()) {
      Optional<Claim> claim = claims.claim(clause);
      if (claim.isPresent()
          && kernel.prove(claim.get()) instanceof Outcome.Denied<Judgement>(Refusal refusal)) {
        found.put(
            clause.span().position(),
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

  private Map<String, RegimeTable.Broken> refused(
      Declaration.Theorem theorem, Variation variation) {
    UnaryOperator<Regime> varied = regime -> variation.of(regime).regime();
    TheoremReport report =
        CompositionJudge.clause(theorem)
            .map(
                every ->
                    new CompositionJudge(theorem, every, program, kernel, meanings).judge(varied))
            .orElseGet(
                () -> new TheoremJudge(theorem, kernel, names, meanings, hardness, varied).judge());
    Map<String, RegimeTable.Broken> found = new LinkedHashMap<>();
    boolean all = CompositionJudge.clause(theorem).isPresent();
    for (Line line : report.lines()) {
      if (!line.standing().isGreen()) {
        found.put(
            all ? program.main().name() + "." + line.claim() : line.span().position(),
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
