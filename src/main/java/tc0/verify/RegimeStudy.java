package tc0.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import tc0.kernel.CallGraph;
import tc0.kernel.Circuit;
import tc0.kernel.DepthConstant;
import tc0.kernel.DepthValue;
import tc0.kernel.Growth;
import tc0.kernel.Kernel;
import tc0.kernel.LinearDepth;
import tc0.kernel.Notation;
import tc0.kernel.Outcome;
import tc0.kernel.Refusal;
import tc0.kernel.Regime;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.TheoremClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.elaborate.Program;

/**
 * Puts the main families of a file under other regimes: each parameter at constant, logarithmic and
 * polynomial growth, or what the user asks for, and every other regime that the file declares. The
 * main families are those of the theorems, and those that a lemma places in a class unless another
 * main family calls them. Every verdict is the kernel's.
 */
public final class RegimeStudy {
  private static final Regime.Rate CONSTANT = within(0);
  private static final Regime.Rate LOGARITHMIC = within(1);
  private static final Regime.Rate LOGARITHM_SQUARED = within(2);
  private static final Regime.Rate POLYNOMIAL = new Regime.Rate.SomePolynomial();

  private final Program program;
  private final Names names;
  private final Kernel kernel = new Kernel();
  private final ClassSearch classes = new ClassSearch(kernel);
  private final BrokenClaims claims;

  private RegimeStudy(Program program) {
    this.program = program;
    this.names = new Names(program.main().scope());
    this.claims = new BrokenClaims(program, kernel);
  }

  private static Regime.Rate within(int logs) {
    return new Regime.Rate.Within(new Growth.Order(0, logs));
  }

  /** A family with the regime and the constants of the statement that names it first. */
  private record Subject(CircuitInfo circuit, Regime regime, List<DepthConstant> constants) {}

  /**
   * The table of the main module.
   *
   * @param only circuits to study instead of the main families, by simple or qualified name
   * @param axes rates to combine, for each parameter to vary; empty for the standard ones
   * @throws UnknownNameException if a name in {@code only} or {@code axes} is not in the file
   */
  public static RegimeTable of(
      Program program, List<String> only, SortedMap<String, List<Regime.Rate>> axes) {
    return new RegimeStudy(program).table(only, axes);
  }

  private RegimeTable table(List<String> only, SortedMap<String, List<Regime.Rate>> axes) {
    List<Subject> subjects = subjects(only);
    for (String parameter : axes.keySet()) {
      if (subjects.stream().noneMatch(s -> parameters(s).contains(parameter))) {
        throw new UnknownNameException(
            "no family has the size `" + parameter + "` or it is the one that grows");
      }
    }
    return new RegimeTable(
        program.main().file().toString(),
        subjects.stream()
            .filter(
                subject ->
                    axes.isEmpty()
                        || parameters(subject).stream().anyMatch(axes.keySet()::contains))
            .map(subject -> family(subject, axes))
            .toList());
  }

  /** The parameters that a variation may change. */
  private static List<String> parameters(Subject subject) {
    List<String> parameters = new ArrayList<>(subject.circuit().core().parameters());
    parameters.retainAll(subject.regime().rates().keySet());
    parameters.remove(subject.regime().base());
    return parameters;
  }

  private List<Subject> subjects(List<String> only) {
    Map<String, Subject> stated = new LinkedHashMap<>();
    Set<String> whole = new TreeSet<>();
    for (Declaration declaration : program.main().source().declarations()) {
      if (declaration instanceof Declaration.Theorem theorem) {
        CompositionJudge.clause(theorem).ifPresent(every -> all(every, stated));
      }
      Optional<LemmaClause.Of> of = BrokenClaims.subject(declaration);
      if (of.isPresent()
          && of.get().regime().isPresent()
          && (!only.isEmpty() || BrokenClaims.claimsClass(declaration))) {
        CircuitInfo circuit = names.circuit(of.get().circuit());
        Regime regime = names.regime(of.get().regime().get());
        if (declaration instanceof Declaration.Theorem) {
          whole.add(circuit.name());
        }
        stated.putIfAbsent(circuit.name(), new Subject(circuit, regime, constants(circuit)));
      }
    }
    if (only.isEmpty()) {
      Set<String> parts = new TreeSet<>();
      for (Subject subject : stated.values()) {
        Set<String> reached = reached(subject.circuit().core());
        reached.remove(subject.circuit().name());
        parts.addAll(reached);
      }
      parts.removeAll(whole);
      return stated.values().stream().filter(s -> !parts.contains(s.circuit().name())).toList();
    }
    return only.stream().map(name -> named(name, stated)).toList();
  }

  /** The circuits of the file that are no gadgets. */
  private void all(TheoremClause.OfEvery every, Map<String, Subject> stated) {
    Regime regime = names.regime(every.regime());
    for (CircuitInfo circuit : CompositionJudge.circuits(program.main())) {
      boolean grows = regime.rates().keySet().containsAll(circuit.core().parameters());
      if (grows
          && !(classes.verdict(circuit.core(), regime, "") instanceof RegimeTable.Verdict.None)) {
        stated.putIfAbsent(circuit.name(), new Subject(circuit, regime, constants(circuit)));
      }
    }
  }

  private Subject named(String name, Map<String, Subject> stated) {
    return stated.values().stream()
        .filter(s -> s.circuit().name().equals(name) || s.circuit().name().endsWith("." + name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "no lemma or theorem of "
                        + program.main().file()
                        + " is about a circuit `"
                        + name
                        + "` under a regime"));
  }

  private static Set<String> reached(Circuit circuit) {
    return new TreeSet<>(CallGraph.reachable(circuit).keySet());
  }

  /** The constants of a lemma about the circuit, or else of any lemma. */
  private List<DepthConstant> constants(CircuitInfo circuit) {
    List<DepthConstant> any = List.of();
    for (Declaration declaration : program.main().source().declarations()) {
      if (declaration instanceof Declaration.Lemma lemma) {
        List<DepthConstant> used = ClaimReader.constants(lemma, names);
        boolean about =
            BrokenClaims.subject(lemma)
                .map(of -> names.circuit(of.circuit()).name().equals(circuit.name()))
                .orElse(false);
        if (about && !used.isEmpty()) {
          return used;
        }
        any = any.isEmpty() ? used : any;
      }
    }
    return any;
  }

  private RegimeTable.Family family(Subject subject, SortedMap<String, List<Regime.Rate>> axes) {
    Circuit circuit = subject.circuit().core();
    Regime regime = subject.regime();
    DepthValue depth = depth(subject, subject.constants());
    DepthValue gates = depth(subject, List.of());
    List<RegimeTable.Row> rows = new ArrayList<>();
    rows.add(row("as declared", subject, gates, Variation.NONE));
    if (axes.isEmpty()) {
      otherRegimes(subject).forEach(other -> rows.add(row(other, subject, gates)));
    }
    for (Variation variation : axes.isEmpty() ? standard(subject, depth) : product(subject, axes)) {
      if (variation.changes(regime)) {
        rows.add(row(variation.text(regime.base()), subject, gates, variation));
      }
    }
    List<String> rates = new ArrayList<>();
    rates.add(regime.base() + " grows");
    parameters(subject)
        .forEach(p -> rates.add(p + " " + Variation.text(regime.rates().get(p), regime.base())));
    return new RegimeTable.Family(
        circuit.name(),
        regime.name(),
        rates,
        regime.needs().stream().map(Notation::text).toList(),
        depth.toString(),
        gates.toString(),
        rows);
  }

  private DepthValue depth(Subject subject, List<DepthConstant> constants) {
    return switch (kernel.depth(subject.circuit().core(), constants)) {
      case Outcome.Granted<DepthValue>(DepthValue depth) -> depth;
      case Outcome.Denied<DepthValue>(Refusal refusal) ->
          throw new DiagnosticException(
              Diagnostic.error(
                  DiagnosticCode.TC0605,
                  subject.circuit().declaration().span(),
                  "the circuit has no depth: " + refusal.reason()));
    };
  }

  private RegimeTable.Row row(
      String label, Subject subject, DepthValue gates, Variation variation) {
    Circuit circuit = subject.circuit().core();
    Variation.Varied varied = variation.of(subject.regime());
    return new RegimeTable.Row(
        label,
        classes.verdict(circuit, varied.regime(), growth(gates, varied.regime())),
        varied.dropped(),
        claims.of(circuit, variation));
  }

  /** A declared regime; statements are judged at its rates, with their own conditions. */
  private RegimeTable.Row row(Regime declared, Subject subject, DepthValue gates) {
    Circuit circuit = subject.circuit().core();
    Variation variation = rates(declared, subject);
    return new RegimeTable.Row(
        declared.name(),
        classes.verdict(circuit, declared, growth(gates, declared)),
        List.of(),
        claims.of(circuit, variation));
  }

  private static Variation rates(Regime declared, Subject subject) {
    Variation variation = Variation.NONE;
    for (String parameter : parameters(subject)) {
      variation = variation.and(parameter, declared.rates().get(parameter));
    }
    return variation;
  }

  private String growth(DepthValue depth, Regime regime) {
    return kernel.growth(depth, regime).toString();
  }

  /** Regimes of the file in which the parameters of the family grow at other rates. */
  private List<Regime> otherRegimes(Subject subject) {
    List<Regime> others = new ArrayList<>();
    for (Declaration declaration : program.main().source().declarations()) {
      if (declaration instanceof Declaration.Regime regime) {
        Regime other = Regimes.of(regime, names.scope());
        if (!other.name().equals(subject.regime().name())
            && other.base().equals(subject.regime().base())
            && other.rates().keySet().containsAll(subject.circuit().core().parameters())
            && rates(other, subject).changes(subject.regime())) {
          others.add(other);
        }
      }
    }
    return others;
  }

  /** Each parameter by itself; those that the depth depends on, at log^2 as well. */
  private static List<Variation> standard(Subject subject, DepthValue depth) {
    Set<String> deepening = new TreeSet<>();
    depth.forms().stream().map(LinearDepth::parameters).forEach(deepening::addAll);
    List<Variation> variations = new ArrayList<>();
    for (String parameter : parameters(subject)) {
      variations.add(Variation.of(parameter, CONSTANT));
      variations.add(Variation.of(parameter, LOGARITHMIC));
      if (deepening.contains(parameter)) {
        variations.add(Variation.of(parameter, LOGARITHM_SQUARED));
      }
      variations.add(Variation.of(parameter, POLYNOMIAL));
    }
    return variations;
  }

  /** All combinations of the rates that were asked for, of parameters that the family has. */
  private static List<Variation> product(
      Subject subject, SortedMap<String, List<Regime.Rate>> axes) {
    List<Variation> variations = List.of(Variation.NONE);
    for (String parameter : parameters(subject)) {
      if (axes.containsKey(parameter)) {
        List<Variation> longer = new ArrayList<>();
        for (Variation variation : variations) {
          axes.get(parameter).forEach(rate -> longer.add(variation.and(parameter, rate)));
        }
        variations = longer;
      }
    }
    return variations;
  }
}
