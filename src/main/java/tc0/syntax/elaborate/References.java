package tc0.syntax.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tc0.syntax.ast.AxiomClause;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Citation;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.FactBody;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.ProblemDefinition;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.ReductionClause;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;

/**
 * Checks that the names in lemmas, theorems, facts and constants exist and are of the right kind.
 */
final class References {
  private final Scope scope;
  private final List<Diagnostic> diagnostics;

  References(Scope scope, List<Diagnostic> diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
  }

  void check(Declaration declaration) {
    switch (declaration) {
      case Declaration.Lemma lemma -> {
        citations(lemma.citations());
        lemma.clauses().forEach(this::clause);
        givenInputs(lemma);
      }
      case Declaration.Theorem theorem -> {
        citations(theorem.citations());
        theorem.clauses().forEach(this::clause);
      }
      case Declaration.Constants constants ->
          constants.constants().forEach(c -> c.circuits().forEach(this::circuit));
      case Declaration.Hypothesis hypothesis -> citations(hypothesis.citations());
      case Declaration.Monoid monoid -> {
        citations(monoid.citations());
        indexFunction(monoid.function());
      }
      case Declaration.Problem problem -> {
        citations(problem.citations());
        problem.definition().ifPresent(this::definition);
      }
      case Declaration.Reduction reduction -> {
        citations(reduction.citations());
        reduction.clauses().forEach(this::clause);
      }
      case Declaration.Assumption assumption -> citations(assumption.citations());
      case Declaration.Generator generator -> {
        citations(generator.citations());
        circuit(generator.circuit());
      }
      case Declaration.Fact fact -> {
        citations(fact.citations());
        switch (fact.body()) {
          case FactBody.Hardness hardness ->
              statement(hardness.problem(), "problem", Declaration.Problem.class);
          case FactBody.Derivation derivation -> {
            statement(derivation.problem(), "problem", Declaration.Problem.class);
            statement(derivation.reduction(), "reduction", Declaration.Reduction.class);
            statement(derivation.source(), "fact", Declaration.Fact.class);
          }
          case FactBody.Property property -> circuit(property.circuit());
        }
      }
      case Declaration.Axiom axiom -> {
        for (AxiomClause clause : axiom.clauses()) {
          if (clause instanceof AxiomClause.Cites cites) {
            citations(cites.citations());
          } else if (clause instanceof AxiomClause.Needs needs) {
            needs.hypotheses().forEach(this::hypothesis);
          }
        }
      }
      default -> {}
    }
  }

  private void clause(LemmaClause clause) {
    switch (clause) {
      case LemmaClause.Of of -> of(of);
      case LemmaClause.Using using ->
          using.constants().forEach(c -> statement(c, "constants", Declaration.Constants.class));
      case LemmaClause.Matches matches -> circuit(matches.definition());
      case LemmaClause.Needs needs -> needs.hypotheses().forEach(this::hypothesis);
      default -> {}
    }
  }

  private void clause(ReductionClause clause) {
    switch (clause) {
      case LemmaClause.Of of -> of(of);
      case ReductionClause.From from ->
          statement(from.problem(), "problem", Declaration.Problem.class);
      case ReductionClause.To to -> statement(to.problem(), "problem", Declaration.Problem.class);
      default -> {}
    }
  }

  private void definition(ProblemDefinition definition) {
    switch (definition) {
      case ProblemDefinition.DecidedBy d -> circuit(d.circuit());
      case ProblemDefinition.Products d -> monoid(d.monoid());
      case ProblemDefinition.PeriodicWords d -> monoid(d.monoid());
      case ProblemDefinition.Closure d -> monoid(d.monoid());
    }
  }

  private void monoid(QualifiedName name) {
    statement(name, "monoid", Declaration.Monoid.class);
  }

  private void indexFunction(QualifiedName name) {
    Optional<Entity> entity = scope.find(name);
    if (entity.isEmpty()) {
      unknown("index function", name, Entity.IndexFunction.class::isInstance);
    } else if (!(entity.get() instanceof Entity.IndexFunction)
        && !(entity.get() instanceof Entity.Broken)) {
      wrongKind("index function", name);
    }
  }

  private void clause(TheoremClause clause) {
    switch (clause) {
      case LemmaClause.Of of -> of(of);
      case LemmaClause.Needs needs -> needs.hypotheses().forEach(this::hypothesis);
      case TheoremClause.OfEvery every -> {
        every.primitives().forEach(this::circuitOrModule);
        statement(every.regime(), "regime", Declaration.Regime.class);
      }
      case TheoremClause.CannotDecide decide ->
          statement(decide.problem(), "problem", Declaration.Problem.class);
      case TheoremClause.Encoding encoding -> circuit(encoding.circuit());
      case TheoremClause.Readout readout -> circuit(readout.circuit());
      case TheoremClause.Assuming assuming ->
          assuming
              .assumptions()
              .forEach(a -> statement(a, "assumption", Declaration.Assumption.class));
      case TheoremClause.Using using ->
          using.facts().forEach(f -> statement(f, "fact", Declaration.Fact.class));
      default -> {}
    }
  }

  /** Checks the names in the inputs that checks of a lemma write down. */
  private void givenInputs(Declaration.Lemma lemma) {
    Optional<CircuitTemplate> circuit =
        lemma.clauses().stream()
            .filter(LemmaClause.Of.class::isInstance)
            .map(clause -> scope.find(((LemmaClause.Of) clause).circuit()).orElse(null))
            .filter(Entity.Template.class::isInstance)
            .map(entity -> ((Entity.Template) entity).template())
            .findFirst();
    for (LemmaClause clause : lemma.clauses()) {
      if (clause instanceof Check check && check.method() instanceof Check.At at) {
        circuit.ifPresent(
            template -> new GivenNames(template.header(), scope, diagnostics).check(check, at));
      }
    }
  }

  private void of(LemmaClause.Of of) {
    circuit(of.circuit());
    of.regime().ifPresent(regime -> statement(regime, "regime", Declaration.Regime.class));
  }

  private void citations(List<Citation> citations) {
    citations.forEach(c -> statement(c.source(), "source", Declaration.Source.class));
  }

  private void hypothesis(QualifiedName name) {
    statement(name, "hypothesis", Declaration.Hypothesis.class);
  }

  private void circuitOrModule(QualifiedName name) {
    if (!(scope.find(name).orElse(null) instanceof Entity.Prefix)) {
      circuit(name);
    }
  }

  private void circuit(QualifiedName name) {
    Optional<Entity> entity = scope.find(name);
    if (entity.isEmpty()) {
      unknown("circuit", name, Entity.Template.class::isInstance);
    } else if (!(entity.get() instanceof Entity.Template)
        && !(entity.get() instanceof Entity.Broken)) {
      wrongKind("circuit", name);
    }
  }

  private void statement(QualifiedName name, String kind, Class<? extends Declaration> type) {
    Optional<Entity> entity = scope.find(name);
    if (entity.isEmpty()) {
      unknown(
          kind,
          name,
          near -> near instanceof Entity.Statement s && type.isInstance(s.declaration()));
    } else if (!(entity.get() instanceof Entity.Statement statement)
        || !type.isInstance(statement.declaration())) {
      wrongKind(kind, name);
    }
  }

  private void unknown(String kind, QualifiedName name, Predicate<Entity> fits) {
    diagnostics.add(Errors.unknown(name, kind, scope, fits).diagnostic());
  }

  private void wrongKind(String kind, QualifiedName name) {
    diagnostics.add(
        Diagnostic.error(DiagnosticCode.TC0205, name.span(), "`" + name + "` is no " + kind)
            .withHelp("name a declared " + kind));
  }
}
