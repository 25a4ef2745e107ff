package tc0.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tc0.kernel.CallGraph;
import tc0.kernel.Circuit;
import tc0.kernel.Claim;
import tc0.kernel.ComplexityClass;
import tc0.kernel.Hypothesis;
import tc0.kernel.Judgement;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Regime;
import tc0.kernel.Rule;
import tc0.kernel.Tier;
import tc0.kernel.Uniformity;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.CircuitTemplate;
import tc0.syntax.elaborate.Entity;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/**
 * Derives a theorem about every circuit of a file: as compositions of primitives they are all in
 * one class, or gadgets for circuits that are.
 */
final class CompositionJudge {
  private final Declaration.Theorem theorem;
  private final TheoremClause.OfEvery every;
  private final Program program;
  private final Kernel kernel;
  private final Names names;
  private final Meanings meanings;

  CompositionJudge(
      Declaration.Theorem theorem,
      TheoremClause.OfEvery every,
      Program program,
      Kernel kernel,
      Meanings meanings) {
    this.theorem = theorem;
    this.every = every;
    this.program = program;
    this.kernel = kernel;
    this.names = new Names(program.main().scope());
    this.meanings = meanings;
  }

  /** The clause that makes a theorem one about every circuit. */
  static Optional<TheoremClause.OfEvery> clause(Declaration.Theorem theorem) {
    return find(theorem, TheoremClause.OfEvery.class);
  }

  /** The circuits of a module, without axioms, definitions and those with static arguments. */
  static List<CircuitInfo> circuits(LoadedModule module) {
    return module.circuits().stream()
        .filter(template -> template.declaration() instanceof Declaration.Circuit)
        .filter(template -> !template.isParametric())
        .map(CircuitTemplate::circuit)
        .toList();
  }

  TheoremReport judge() {
    return judge(UnaryOperator.identity());
  }

  /** Judges under another regime than the declared one. */
  TheoremReport judge(UnaryOperator<Regime> variation) {
    requireNoOtherClause();
    Regime regime = variation.apply(names.regime(every.regime()));
    LemmaClause.InClass in =
        find(theorem, LemmaClause.InClass.class)
            .orElseThrow(
                () ->
                    new DiagnosticException(
                        Diagnostic.error(
                                DiagnosticCode.TC0802,
                                theorem.span(),
                                "the theorem does not say a class")
                            .withHelp("write `in TC0;`")));
    Uniformity uniformity =
        find(theorem, LemmaClause.Uniform.class)
            .map(clause -> clause.tier().inKernel() == Tier.P ? Uniformity.P : Uniformity.DLOGTIME)
            .orElse(Uniformity.DLOGTIME);
    ComplexityClass wanted = ClaimReader.complexityClass(in.complexityClass(), uniformity);
    List<CircuitInfo> circuits = circuits(program.main());
    Set<String> own = new TreeSet<>();
    // Instances of circuits with static arguments are named after them.
    for (CircuitInfo circuit : circuits) {
      for (String name : CallGraph.reachable(circuit.core()).keySet()) {
        if (isOwn(name)) {
          own.add(name);
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    List<String> members = new ArrayList<>();
    List<String> gadgets = new ArrayList<>();
    SortedSet<Hypothesis> hypotheses = new TreeSet<>();
    for (CircuitInfo circuit : circuits) {
      Claim claim =
          new Claim.Composition(
              circuit.core(), regime, own, primitives(circuit.core(), own), wanted);
      Outcome<Judgement> outcome = kernel.prove(claim);
      String name = circuit.header().name().text();
      lines.add(SymbolicLines.line(name, outcome, every.span()));
      if (outcome instanceof Outcome.Granted<Judgement>(Judgement judgement)) {
        (judgement.rules().contains(Rule.K_INPUT) ? members : gadgets).add(name);
        hypotheses.addAll(judgement.hypotheses());
        meanings.of(circuit.core()).forEach(meaning -> hypotheses.add(meaning.hypothesis()));
      }
    }
    return new TheoremReport(
        theorem.name().text(),
        theorem.title(),
        Names.citations(theorem.citations()),
        program.main().name(),
        lines.stream().allMatch(line -> line.standing().isGreen())
            ? Optional.of(statement(wanted, regime, members, gadgets))
            : Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        hypotheses,
        lines,
        theorem.span());
  }

  /** A theorem about every circuit places them in a class and says no more. */
  private void requireNoOtherClause() {
    for (TheoremClause clause : theorem.clauses()) {
      boolean fits =
          clause instanceof TheoremClause.OfEvery
              || clause instanceof LemmaClause.InClass
              || clause instanceof LemmaClause.Uniform
              || clause instanceof LemmaClause.Needs
              || clause instanceof TheoremClause.Weights;
      if (!fits) {
        throw new DiagnosticException(
            Diagnostic.error(
                    DiagnosticCode.TC0802,
                    clause.span(),
                    "`"
                        + program.text(clause.span())
                        + "` is about one circuit, the theorem about every circuit")
                .withHelp("name the circuit in a theorem of its own, `of … under …;`"));
      }
    }
  }

  private String statement(
      ComplexityClass wanted, Regime regime, List<String> members, List<String> gadgets) {
    return "every circuit of "
        + program.main().name()
        + " is in "
        + wanted
        + " under "
        + regime.name()
        + (gadgets.isEmpty()
            ? ""
            : ", or a gadget of constant depth and polynomial size ("
                + String.join(", ", gadgets)
                + ")")
        + (members.isEmpty() ? "; none has an input long enough for a class" : "")
        + "; D is the depth of the deepest primitive";
  }

  private boolean isOwn(String circuit) {
    return program.main().circuits().stream()
        .filter(template -> template.declaration() instanceof Declaration.Circuit)
        .anyMatch(
            template ->
                circuit.equals(template.name()) || circuit.startsWith(template.name() + "<"));
  }

  /** The circuits that are called from outside of the file, where the theorem allows them. */
  private Set<String> primitives(Circuit circuit, Set<String> own) {
    Set<String> primitives = new TreeSet<>(CallGraph.reachable(circuit).keySet());
    primitives.removeAll(own);
    if (!every.primitives().isEmpty()) {
      primitives.removeIf(name -> every.primitives().stream().noneMatch(of -> names(of, name)));
    }
    return primitives;
  }

  /** Whether a module or a circuit is meant by a name. */
  private boolean names(QualifiedName name, String circuit) {
    return switch (names.scope().find(name).orElse(null)) {
      case Entity.Template(CircuitTemplate template) ->
          circuit.equals(template.name()) || circuit.startsWith(template.name() + "<");
      case Entity.Prefix(var scope) ->
          program.modules().stream()
              .filter(module -> module.scope() == scope)
              .anyMatch(module -> circuit.startsWith(module.name() + "."));
      case null, default -> false;
    };
  }

  private static <T extends TheoremClause> Optional<T> find(
      Declaration.Theorem theorem, Class<T> type) {
    return theorem.clauses().stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
