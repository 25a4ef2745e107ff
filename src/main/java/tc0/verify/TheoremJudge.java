package tc0.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tc0.kernel.Circuit;
import tc0.kernel.Claim;
import tc0.kernel.ClassAssumption;
import tc0.kernel.ComplexityClass;
import tc0.kernel.Conclusion;
import tc0.kernel.HardnessClaim;
import tc0.kernel.Hypothesis;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Reduction;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;
import tc0.kernel.Theorem;
import tc0.kernel.Uniformity;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;

/** Derives one theorem: a class membership, or a conditional lower bound. */
final class TheoremJudge {
  private final Declaration.Theorem theorem;
  private final Kernel kernel;
  private final Names names;
  private final Meanings meanings;
  private final HardnessReader hardness;
  private final UnaryOperator<Regime> variation;

  TheoremJudge(
      Declaration.Theorem theorem,
      Kernel kernel,
      Names names,
      Meanings meanings,
      HardnessReader hardness) {
    this(theorem, kernel, names, meanings, hardness, UnaryOperator.identity());
  }

  /** Judges under another regime than the declared one. */
  TheoremJudge(
      Declaration.Theorem theorem,
      Kernel kernel,
      Names names,
      Meanings meanings,
      HardnessReader hardness,
      UnaryOperator<Regime> variation) {
    this.theorem = theorem;
    this.kernel = kernel;
    this.names = names;
    this.meanings = meanings;
    this.hardness = hardness;
    this.variation = variation;
  }

  TheoremReport judge() {
    LemmaClause.Of of =
        find(LemmaClause.Of.class)
            .orElseThrow(() -> missing("what it is about", "of transformer under poly_precision;"));
    CircuitInfo circuit = names.circuit(of.circuit());
    Regime regime =
        of.regime()
            .map(names::regime)
            .map(variation)
            .orElseThrow(() -> missing("the regime", "of " + of.circuit() + " under …;"));
    return find(TheoremClause.CannotDecide.class)
        .map(decide -> lowerBound(decide, circuit, regime))
        .orElseGet(() -> membership(circuit, regime));
  }

  private TheoremReport membership(CircuitInfo circuit, Regime regime) {
    LemmaClause.InClass in =
        find(LemmaClause.InClass.class)
            .orElseThrow(() -> missing("a class or a problem", "in TC0;` or `cannot decide …;"));
    ComplexityClass wanted = ClaimReader.complexityClass(in.complexityClass(), uniformity());
    Outcome<Judgement> outcome = kernel.prove(new Claim.Member(circuit.core(), regime, wanted));
    Line line = SymbolicLines.line("in " + wanted, outcome, in.span());
    SortedSet<Hypothesis> hypotheses = new TreeSet<>();
    Optional<String> statement = Optional.empty();
    if (outcome instanceof Outcome.Granted<Judgement>(Judgement judgement)) {
      statement = Optional.of(judgement.statement());
      hypotheses.addAll(judgement.hypotheses());
      meanings.of(circuit.core()).forEach(meaning -> hypotheses.add(meaning.hypothesis()));
    }
    return report(circuit, statement, List.of(), List.of(), List.of(), hypotheses, line);
  }

  private TheoremReport lowerBound(
      TheoremClause.CannotDecide decide, CircuitInfo circuit, Regime regime) {
    Uniformity uniformity = uniformity();
    Statements.Located<Declaration.Fact> used =
        find(TheoremClause.Using.class)
            .flatMap(using -> using.facts().stream().findFirst())
            .map(name -> Statements.find(names, name, Declaration.Fact.class))
            .orElseThrow(() -> missing("why the problem is hard", "using …_hard;"));
    HardnessClaim hardness = hardness(decide, used);
    Optional<Declaration.Assumption> assumption =
        find(TheoremClause.Assuming.class)
            .flatMap(assuming -> onlyOne(assuming).stream().findFirst())
            .map(name -> names.statement(name, Declaration.Assumption.class));
    Theorem claim =
        new Theorem(
            theorem.name().text(),
            new Theorem.Component(circuit.core(), regime),
            ComplexityClass.tc0(uniformity),
            hardness,
            assumption.map(this::assumption),
            weights(circuit),
            component(TheoremClause.Encoding.class, regime),
            component(TheoremClause.Readout.class, regime),
            meanings.of(circuit.core()),
            new Witnesses(kernel).find(circuit.core(), regime).orElse(Map.of()));
    String text = "cannot decide " + decide.problem();
    return switch (kernel.conclude(claim)) {
      case Outcome.Granted<Conclusion>(Conclusion conclusion) ->
          report(
              circuit,
              Optional.of(conclusion.statement()),
              List.of(conclusion.assumption().toString()),
              List.of(conclusion.fact().toString()),
              steps(hardness),
              conclusion.hypotheses(),
              new Line(
                  Standing.PROVED,
                  text,
                  conclusion.statement(),
                  conclusion.memberships().stream().map(Judgement::statement).toList(),
                  conclusion.rules().get(0).id(),
                  decide.span()));
      case Outcome.Denied<Conclusion>(Refusal refusal) ->
          report(
              circuit,
              Optional.empty(),
              assumption.stream().map(a -> assumption(a).toString()).toList(),
              List.of(hardness.root().toString()),
              steps(hardness),
              new TreeSet<>(),
              SymbolicLines.refused(text, refusal, decide.span()));
    };
  }

  /** The hardness that a fact claims, which must be about the problem of the theorem. */
  private HardnessClaim hardness(
      TheoremClause.CannotDecide decide, Statements.Located<Declaration.Fact> used) {
    String fact = used.declaration().name().text();
    HardnessClaim claim =
        hardness
            .of(used)
            .orElseThrow(
                () ->
                    new DiagnosticException(
                        Diagnostic.error(
                                DiagnosticCode.TC0801,
                                theorem.span(),
                                "`" + fact + "` says nothing about hardness")
                            .withHelp(
                                "use a fact of the form `problem hard for NC1 under AC0 reductions"
                                    + " uniform dlogtime` or `problem hard by reduction from fact`")));
    QualifiedName about = HardnessReader.problem(used.declaration().body());
    var stated = Statements.find(names, decide.problem(), Declaration.Problem.class);
    var shown = Statements.find(used.names(), about, Declaration.Problem.class);
    if (!stated.declaration().equals(shown.declaration())) {
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.TC0801,
                  decide.span(),
                  "the fact `"
                      + fact
                      + "` is about `"
                      + about
                      + "`, the theorem about `"
                      + decide.problem()
                      + "`")
              .withHelp("use a fact about the same problem"));
    }
    return claim;
  }

  /** A theorem rests on one separation, so that a second one cannot be passed over. */
  private List<QualifiedName> onlyOne(TheoremClause.Assuming assuming) {
    if (assuming.assumptions().size() > 1) {
      throw new DiagnosticException(
          Diagnostic.error(
                  DiagnosticCode.TC0802,
                  assuming.span(),
                  "the theorem does not say which of "
                      + assuming.assumptions().size()
                      + " assumptions it rests on")
              .withHelp("assume the one separation that is used"));
    }
    return assuming.assumptions();
  }

  private static List<String> steps(HardnessClaim claim) {
    return claim.steps().stream()
        .map(
            step ->
                step.name()
                    + " from "
                    + step.from().name()
                    + " to "
                    + step.to().name()
                    + ", "
                    + step.within()
                    + ", "
                    + (step.correctness() == Reduction.Correctness.CHECKED
                        ? "checked " + step.detail()
                        : "unchecked"))
        .toList();
  }

  private TheoremReport report(
      CircuitInfo circuit,
      Optional<String> statement,
      List<String> assumptions,
      List<String> facts,
      List<String> reductions,
      SortedSet<Hypothesis> hypotheses,
      Line line) {
    return new TheoremReport(
        theorem.name().text(),
        theorem.title(),
        Names.citations(theorem.citations()),
        circuit.name(),
        statement,
        assumptions,
        facts,
        reductions,
        grounds(circuit, statement, hypotheses),
        List.of(line),
        theorem.span());
  }

  /** With what the lemmas about the primitives need, where something was derived. */
  private SortedSet<Hypothesis> grounds(
      CircuitInfo circuit, Optional<String> statement, SortedSet<Hypothesis> hypotheses) {
    SortedSet<Hypothesis> all = new TreeSet<>(hypotheses);
    statement.ifPresent(derived -> all.addAll(meanings.conditions(circuit.core())));
    return all;
  }

  private <T extends TheoremClause> Optional<T> find(Class<T> type) {
    return theorem.clauses().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private DiagnosticException missing(String what, String example) {
    return new DiagnosticException(
        Diagnostic.error(DiagnosticCode.TC0802, theorem.span(), "the theorem does not say " + what)
            .withHelp("write `" + example + "`"));
  }

  private Uniformity uniformity() {
    return find(LemmaClause.Uniform.class)
        .map(clause -> HardnessReader.uniformity(clause.tier()))
        .orElse(Uniformity.DLOGTIME);
  }

  private ClassAssumption assumption(Declaration.Assumption assumption) {
    Uniformity tag =
        assumption.uniformity().map(HardnessReader::uniformity).orElse(Uniformity.DLOGTIME);
    return new ClassAssumption(
        ClaimReader.complexityClass(assumption.left(), tag),
        switch (assumption.relation()) {
          case DIFFERENT -> ClassAssumption.Relation.DIFFERENT;
          case EQUAL -> ClassAssumption.Relation.EQUAL;
          case NOT_IN -> ClassAssumption.Relation.NOT_CONTAINED;
        },
        ClaimReader.complexityClass(assumption.right(), tag));
  }

  /** The first input carries the instance; every other input is a weight. */
  private Optional<Theorem.Weights> weights(CircuitInfo circuit) {
    String instance = circuit.inputs().isEmpty() ? "" : circuit.inputs().get(0).name();
    List<String> arrays =
        circuit.core().inputs().stream()
            .map(Circuit.Port::name)
            .filter(port -> !port.equals(instance) && !port.startsWith(instance + "."))
            .toList();
    return find(TheoremClause.Weights.class)
        .map(
            weights ->
                weights.uniform()
                    ? new Theorem.Weights.Uniform(arrays, Optional.empty())
                    : new Theorem.Weights.Arbitrary(arrays));
  }

  private <T extends TheoremClause> Optional<Theorem.Component> component(
      Class<T> type, Regime regime) {
    return find(type)
        .map(
            clause ->
                switch (clause) {
                  case TheoremClause.Encoding encoding -> names.circuit(encoding.circuit());
                  case TheoremClause.Readout readout -> names.circuit(readout.circuit());
                  default -> throw new IllegalArgumentException(type.getName());
                })
        .map(circuit -> new Theorem.Component(circuit.core(), regime));
  }
}
