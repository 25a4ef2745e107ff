package tc0.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tc0.kernel.Claim;
import tc0.kernel.Hypothesis;
import tc0.kernel.Kernel;
import tc0.kernel.Outcome;
import tc0.kernel.Reduction;
import tc0.kernel.Regime;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.QualifiedName;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.LoadedModule;
import tc0.syntax.elaborate.Program;

/**
 * Verifies every lemma, fact, generator and theorem of a file: what holds for all sizes is asked of
 * the kernel, what is compared with the reference at small sizes runs as a check.
 */
public final class Verifier {
  private static final Comparator<Line> IN_SOURCE_ORDER =
      Comparator.comparing((Line line) -> line.span().file())
          .thenComparing(line -> line.span().start());

  private final Program program;
  private final Options options;
  private final Progress progress;
  private final Kernel kernel = new Kernel();
  private final References references;
  private final Names names;
  private final Meanings meanings;
  private final WiringMatch matching;
  private final NumberReader numbers;
  private final HardnessReader hardness;

  private Verifier(Program program, Options options, Progress progress) {
    this.program = program;
    this.options = options;
    this.progress = progress;
    this.references = new References(program);
    this.names = new Names(program.main().scope());
    this.meanings = new Meanings(program);
    this.matching = new WiringMatch(program, references);
    this.numbers = new NumberReader(program, kernel, options.points());
    this.hardness = HardnessReader.of(options, progress);
  }

  /**
   * Verifies the main module of a program.
   *
   * @throws DiagnosticException if a statement is ill-formed
   */
  public static Report verify(Program program, Options options, Progress progress) {
    return new Verifier(program, options, progress).run();
  }

  private Report run() {
    final long start = System.nanoTime();
    LoadedModule main = program.main();
    Map<String, LemmaReport> lemmas = new LinkedHashMap<>();
    Map<String, List<Future<Line>>> pending = new LinkedHashMap<>();
    List<Line> facts = new ArrayList<>();
    List<Line> generators = new ArrayList<>();
    List<TheoremReport> theorems = new ArrayList<>();
    requireKnown(main);
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, options.jobs()));
    try {
      if (options.checks()) {
        pool.execute(() -> prepare(main));
      }
      for (Declaration declaration : main.source().declarations()) {
        switch (declaration) {
          case Declaration.Lemma lemma when wanted(lemma.name().text()) -> {
            progress.begins("lemma " + lemma.name().text());
            lemmas.put(lemma.name().text(), symbolic(lemma));
            pending.put(lemma.name().text(), submit(lemma, pool));
          }
          case Declaration.Theorem theorem when wanted(theorem.name().text()) ->
              theorems.add(judge(theorem));
          case Declaration.Problem problem when options.only().isEmpty() ->
              hardness.problems().of(located(problem));
          case Declaration.Reduction reduction when options.only().isEmpty() ->
              hardness.reductions().of(located(reduction));
          case Declaration.Fact fact when options.only().isEmpty() ->
              facts.add(new FactJudge(references, names, hardness, kernel).judge(located(fact)));
          case Declaration.Generator generator when options.only().isEmpty() && options.checks() ->
              generators.add(Generators.judge(generator, main));
          default -> {}
        }
      }
      pending.forEach(
          (name, futures) ->
              lemmas.computeIfPresent(name, (n, lemma) -> lemma.with(lines(futures))));
    } finally {
      pool.shutdownNow();
    }
    TreeMap<String, String> axioms = axioms(lemmas, theorems);
    return new Report(
        main.file().toString(),
        main.name(),
        List.copyOf(lemmas.values()),
        theorems,
        hardness.problems().known().stream()
            .flatMap(p -> p.line().stream())
            .sorted(IN_SOURCE_ORDER)
            .toList(),
        hardness.reductions().known().stream()
            .flatMap(r -> reductionLines(r).stream())
            .sorted(IN_SOURCE_ORDER)
            .toList(),
        facts,
        generators,
        axioms,
        options
            .allowedAxioms()
            .map(
                allowed -> axioms.keySet().stream().filter(name -> !allows(allowed, name)).toList())
            .orElse(List.of()),
        theorems.stream().flatMap(theorem -> theorem.assumptions().stream()).distinct().toList(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Checks the reductions that theorems use while the lemmas are proved. */
  private void prepare(LoadedModule main) {
    for (Declaration declaration : main.source().declarations()) {
      if (declaration instanceof Declaration.Theorem theorem && wanted(theorem.name().text())) {
        for (TheoremClause clause : theorem.clauses()) {
          if (clause instanceof TheoremClause.Using using) {
            using.facts().forEach(this::prepare);
          }
        }
      }
    }
  }

  private void prepare(QualifiedName fact) {
    try {
      hardness.of(Statements.find(names, fact, Declaration.Fact.class));
    } catch (DiagnosticException e) {
      // Reported where the theorem is judged.
    }
  }

  private <T extends Declaration> Statements.Located<T> located(T declaration) {
    return new Statements.Located<>(declaration, names, program.main().name());
  }

  /** The class of a reduction, judged for all sizes, and its checks. */
  private List<Line> reductionLines(Reductions.Reading reading) {
    List<Line> lines = new ArrayList<>();
    Reduction reduction = reading.reduction();
    Claim.Member claim =
        new Claim.Member(
            reduction.family().circuit(), reduction.family().regime(), reduction.within());
    lines.add(
        SymbolicLines.line(
            reduction.name() + ": in " + reduction.within(), kernel.prove(claim), reading.span()));
    lines.addAll(reading.lines());
    return lines;
  }

  private TheoremReport judge(Declaration.Theorem theorem) {
    return CompositionJudge.clause(theorem)
        .map(every -> new CompositionJudge(theorem, every, program, kernel, meanings).judge())
        .orElseGet(() -> new TheoremJudge(theorem, kernel, names, meanings, hardness).judge());
  }

  private boolean wanted(String name) {
    return options.only().isEmpty() || options.only().contains(name);
  }

  /** Refuses {@code --only} and {@code --allow-axioms} with names that are not in the files. */
  private void requireKnown(LoadedModule main) {
    for (String name : options.only()) {
      boolean known =
          main.source().declarations().stream()
              .anyMatch(
                  d ->
                      d instanceof Declaration.Lemma lemma && lemma.name().text().equals(name)
                          || d instanceof Declaration.Theorem theorem
                              && theorem.name().text().equals(name));
      if (!known) {
        throw new UnknownNameException(
            "there is no lemma or theorem `" + name + "` in " + main.file());
      }
    }
    for (String name : options.allowedAxioms().orElse(List.of())) {
      boolean known =
          program.modules().stream()
              .flatMap(module -> module.circuits().stream())
              .anyMatch(
                  template ->
                      template.declaration() instanceof Declaration.Axiom
                          && (template.name().equals(name)
                              || template.name().endsWith("." + name)));
      if (!known) {
        throw new UnknownNameException(
            "there is no axiom `" + name + "`; --allow-axioms takes names of axiom circuits");
      }
    }
  }

  private static boolean allows(List<String> allowed, String axiom) {
    return allowed.stream().anyMatch(name -> axiom.equals(name) || axiom.endsWith("." + name));
  }

  private LemmaReport symbolic(Declaration.Lemma lemma) {
    LemmaClause.Of of =
        lemma.clauses().stream()
            .filter(LemmaClause.Of.class::isInstance)
            .map(LemmaClause.Of.class::cast)
            .findFirst()
            .orElseThrow(
                () ->
                    new DiagnosticException(
                        Diagnostic.error(
                                DiagnosticCode.TC0605,
                                lemma.span(),
                                "the lemma does not say which circuit it is about")
                            .withHelp("add `of …;`")));
    CircuitInfo circuit = names.circuit(of.circuit());
    Regime regime =
        of.regime()
            .map(names::regime)
            .orElseGet(() -> Regimes.everySize(circuit.core().parameters()));
    ClaimReader claims = new ClaimReader(lemma, circuit, regime, names);
    List<Line> lines = new ArrayList<>();
    List<String> needs = new ArrayList<>();
    TreeSet<Hypothesis> hypotheses = new TreeSet<>();
    if (kernel.hypotheses(circuit.core())
        instanceof Outcome.Granted<SortedSet<Hypothesis>>(SortedSet<Hypothesis> used)) {
      hypotheses.addAll(used);
    }
    if (new Witnesses(kernel).find(circuit.core(), regime).isEmpty()) {
      lines.add(
          new Line(
              Standing.OPEN,
              "some sizes",
              "no small sizes satisfy `where` and the regime, so the lemma may speak of nothing",
              List.of(),
              "witness",
              of.span()));
    }
    for (LemmaClause clause : lemma.clauses()) {
      switch (clause) {
        case LemmaClause.Needs clauseNeeds ->
            clauseNeeds
                .hypotheses()
                .forEach(
                    name ->
                        needs.add(
                            name
                                + ": "
                                + names.statement(name, Declaration.Hypothesis.class).text()));
        case LemmaClause.Matches matches ->
            lines.add(matching.line(circuit, names.circuit(matches.definition()), matches));
        default ->
            claims
                .claim(clause)
                .ifPresent(
                    claim -> {
                      var outcome = kernel.prove(claim);
                      Line line =
                          SymbolicLines.line(program.text(clause.span()), outcome, clause.span());
                      lines.add(MeasuredBounds.judge(circuit, claim, line));
                      if (outcome instanceof Outcome.Granted<tc0.kernel.Judgement>(var judgement)) {
                        hypotheses.addAll(judgement.hypotheses());
                      }
                    });
      }
    }
    return new LemmaReport(
        lemma.name().text(),
        lemma.title(),
        Names.citations(lemma.citations()),
        circuit.name(),
        of.regime().map(name -> name.last().text()),
        lines,
        hypotheses,
        needs,
        claims.aboutConstants().flatMap(numbers::read),
        lemma.span());
  }

  private List<Future<Line>> submit(Declaration.Lemma lemma, ExecutorService pool) {
    CircuitInfo circuit = null;
    Optional<CircuitInfo> definition = Optional.empty();
    for (LemmaClause clause : lemma.clauses()) {
      if (clause instanceof LemmaClause.Of of) {
        circuit = names.circuit(of.circuit());
      } else if (clause instanceof LemmaClause.Matches matches) {
        definition = Optional.of(names.circuit(matches.definition()));
      }
    }
    CheckRunner runner =
        new CheckRunner(circuit, definition, program.main().name(), references, options);
    List<Future<Line>> futures = new ArrayList<>();
    for (LemmaClause clause : lemma.clauses()) {
      if (clause instanceof Check check && isSkipped(check)) {
        futures.add(CompletableFuture.completedFuture(runner.skipped(check)));
      } else if (clause instanceof Check check) {
        Callable<Line> job =
            () -> {
              progress.begins("lemma " + lemma.name().text() + ": check");
              return runner.run(check);
            };
        futures.add(pool.submit(job));
      }
    }
    return futures;
  }

  private boolean isSkipped(Check check) {
    return !options.checks()
        || !options.sat() && usesSat(check)
        || !options.longChecks() && check.isLong();
  }

  private static boolean usesSat(Check check) {
    return check.method() instanceof Check.Sat || check.method() instanceof Check.Induction;
  }

  private static List<Line> lines(List<Future<Line>> futures) {
    List<Line> lines = new ArrayList<>();
    for (Future<Line> future : futures) {
      try {
        lines.add(future.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return lines;
  }

  /** The axioms that the circuits of verified statements reach. */
  private TreeMap<String, String> axioms(
      Map<String, LemmaReport> lemmas, List<TheoremReport> theorems) {
    TreeMap<String, String> axioms = new TreeMap<>();
    TreeSet<String> circuits = new TreeSet<>();
    lemmas.values().forEach(lemma -> circuits.add(lemma.circuit()));
    for (TheoremReport theorem : theorems) {
      circuits.add(theorem.circuit());
      if (theorem.circuit().equals(program.main().name())) {
        CompositionJudge.circuits(program.main()).forEach(circuit -> circuits.add(circuit.name()));
      }
    }
    program.modules().stream()
        .flatMap(module -> module.circuits().stream())
        .filter(template -> circuits.contains(template.name()))
        .forEach(template -> axioms.putAll(Axioms.of(template.circuit().core())));
    return axioms;
  }
}
