package tc0.verify;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tc0.circuit.index.LimitExceeded;
import tc0.kernel.ComplexityClass;
import tc0.kernel.Problem;
import tc0.kernel.Reduction;
import tc0.kernel.Regime;
import tc0.kernel.Theorem;
import tc0.kernel.Tier;
import tc0.kernel.Uniformity;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Declaration;
import tc0.syntax.ast.LemmaClause;
import tc0.syntax.ast.ReductionClause;
import tc0.syntax.diagnostic.Diagnostic;
import tc0.syntax.diagnostic.DiagnosticCode;
import tc0.syntax.diagnostic.DiagnosticException;
import tc0.syntax.elaborate.CircuitInfo;
import tc0.syntax.source.Span;

/** Reads reductions and carries out their checks, each once. */
final class Reductions {
  private final Problems problems;
  private final Options options;
  private final Progress progress;
  private final Map<String, Reading> known = new LinkedHashMap<>();

  Reductions(Problems problems, Options options, Progress progress) {
    this.problems = problems;
    this.options = options;
    this.progress = progress;
  }

  /**
   * A reduction that was read and checked.
   *
   * @param reduction for the kernel
   * @param lines what became of its checks
   */
  record Reading(Reduction reduction, List<Line> lines, Span span) {}

  /** The reduction of a declaration; a {@link DiagnosticException} if it leaves something out. */
  synchronized Reading of(Statements.Located<Declaration.Reduction> located) {
    String name = located.qualified(located.declaration().name());
    Reading found = known.get(name);
    if (found == null) {
      found = read(located, name);
      known.put(name, found);
    }
    return found;
  }

  /** All reductions that were read. */
  synchronized List<Reading> known() {
    return List.copyOf(known.values());
  }

  private Reading read(Statements.Located<Declaration.Reduction> located, String name) {
    Declaration.Reduction declaration = located.declaration();
    Names names = located.names();
    LemmaClause.Of of = find(declaration, LemmaClause.Of.class, "of circuit under regime;");
    CircuitInfo circuit = names.circuit(of.circuit());
    Regime regime =
        of.regime()
            .map(names::regime)
            .orElseThrow(() -> missing(declaration, "of " + of.circuit() + " under …;"));
    Problems.Reading from =
        problems.of(
            names, find(declaration, ReductionClause.From.class, "from problem;").problem());
    Problems.Reading to =
        problems.of(names, find(declaration, ReductionClause.To.class, "to problem;").problem());
    LemmaClause.InClass in = find(declaration, LemmaClause.InClass.class, "in AC0;");
    Uniformity uniformity =
        declaration.clauses().stream()
                .anyMatch(
                    clause ->
                        clause instanceof LemmaClause.Uniform tag
                            && tag.tier().inKernel() == Tier.P)
            ? Uniformity.P
            : Uniformity.DLOGTIME;
    ComplexityClass within = ClaimReader.complexityClass(in.complexityClass(), uniformity);
    List<Line> lines = lines(declaration, circuit, from, to);
    boolean refuted = lines.stream().anyMatch(line -> line.standing() == Standing.REFUTED);
    boolean checked = lines.stream().anyMatch(line -> line.standing() == Standing.CHECKED);
    String detail =
        lines.stream()
            .filter(line -> line.standing() == (refuted ? Standing.REFUTED : Standing.CHECKED))
            .map(Line::detail)
            .reduce((a, b) -> a + "; " + b)
            .orElse("");
    Reduction.Correctness correctness =
        refuted
            ? Reduction.Correctness.REFUTED
            : checked ? Reduction.Correctness.CHECKED : Reduction.Correctness.UNCHECKED;
    return new Reading(
        new Reduction(
            declaration.name().text(),
            from.problem(),
            to.problem(),
            new Theorem.Component(circuit.core(), regime),
            within,
            correctness,
            detail),
        lines,
        declaration.span());
  }

  private List<Line> lines(
      Declaration.Reduction declaration,
      CircuitInfo circuit,
      Problems.Reading from,
      Problems.Reading to) {
    List<Line> lines = new ArrayList<>();
    for (ReductionClause clause : declaration.clauses()) {
      if (clause instanceof Check check) {
        lines.add(line(declaration, check, circuit, from, to));
      }
    }
    return lines;
  }

  private Line line(
      Declaration.Reduction declaration,
      Check check,
      CircuitInfo circuit,
      Problems.Reading from,
      Problems.Reading to) {
    String claim = declaration.name().text() + ": check " + CheckRunner.method(check.method());
    if (from.decider().isEmpty() || to.decider().isEmpty()) {
      Problem vague = from.decider().isEmpty() ? from.problem() : to.problem();
      return line(check, Standing.OPEN, claim, "the problem " + vague.name() + " is only named");
    }
    List<Map<String, BigInteger>> tuples = SizeTuples.of(check, circuit);
    if (!options.checks() || check.isLong() && !options.longChecks()) {
      return line(
          check,
          Standing.SKIPPED,
          claim,
          ranges(tuples) + (options.checks() ? "; runs with --long" : ""));
    }
    progress.begins("reduction " + declaration.name().text());
    if (!fits(circuit, from.problem(), to.problem())) {
      return line(
          check, Standing.OPEN, claim, "the circuit does not read and write words of its problems");
    }
    return compare(check, claim, tuples, new ReductionCheck(circuit, side(from), side(to)));
  }

  private static ReductionCheck.Side side(Problems.Reading reading) {
    return new ReductionCheck.Side(
        reading.problem().name(), reading.decider().orElseThrow(), reading.problem().width());
  }

  /** Whether a check can run at all; the kernel judges the shape for every size. */
  private static boolean fits(CircuitInfo circuit, Problem from, Problem to) {
    return circuit.core().inputs().size() == 1
        && circuit.core().ports().size() == 1
        && hasRank(circuit.core().inputs().getFirst().box().rank(), from)
        && hasRank(circuit.core().ports().getFirst().box().rank(), to)
        && Instance.isComplete(circuit.core());
  }

  private static boolean hasRank(int rank, Problem problem) {
    return rank == 2 || rank == 1 && problem.width() == 1;
  }

  private Line compare(
      Check check, String claim, List<Map<String, BigInteger>> tuples, ReductionCheck comparison) {
    Duration time =
        check.seconds().map(s -> Duration.ofSeconds(s.longValue())).orElse(options.timeout());
    Deadline deadline = Deadline.in(time);
    long words = 0;
    long accepted = 0;
    for (Map<String, BigInteger> sizes : tuples) {
      String at = Wording.sizes(sizes);
      try {
        Optional<ReductionCheck.Tally> tally = tally(check, sizes, comparison, deadline);
        if (tally.isEmpty()) {
          return line(
              check,
              Standing.OPEN,
              claim,
              "at "
                  + at
                  + ": use `check exhaustive` up to "
                  + Simulations.MOST_BITS
                  + " bits, or `check random`");
        }
        if (tally.get().counterexample().isPresent()) {
          return line(
              check,
              Standing.REFUTED,
              claim,
              "at " + at + ": " + tally.get().counterexample().get());
        }
        words += tally.get().words();
        accepted += tally.get().accepted();
      } catch (Deadline.Passed e) {
        return line(
            check,
            Standing.LIMIT,
            claim,
            "at " + at + ": no answer within " + time.toSeconds() + " s");
      } catch (LimitExceeded e) {
        return line(check, Standing.LIMIT, claim, "at " + at + ": " + e.getMessage());
      }
    }
    if (accepted == 0 || accepted == words) {
      return line(
          check,
          Standing.OPEN,
          claim,
          ranges(tuples) + ": all words have the same answer; check longer ones");
    }
    return line(
        check,
        Standing.CHECKED,
        claim,
        String.format(
            Locale.ROOT,
            "for %s on %s%,d words, %,d of them in the problem",
            ranges(tuples),
            check.method() instanceof Check.Exhaustive ? "all " : "",
            words,
            accepted));
  }

  private static Optional<ReductionCheck.Tally> tally(
      Check check, Map<String, BigInteger> sizes, ReductionCheck comparison, Deadline deadline) {
    return switch (check.method()) {
      case Check.Exhaustive exhaustive ->
          comparison.bits(sizes) > Simulations.MOST_BITS
              ? Optional.empty()
              : Optional.of(comparison.exhaustive(sizes, deadline));
      case Check.Random random ->
          Optional.of(
              comparison.random(
                  sizes,
                  random.samples().longValue(),
                  random.seed().map(BigInteger::longValue).orElse(1L),
                  deadline));
      default -> Optional.empty();
    };
  }

  private static String ranges(List<Map<String, BigInteger>> tuples) {
    if (tuples.isEmpty()) {
      return "no size";
    }
    String first = Wording.sizes(tuples.getFirst());
    return tuples.size() == 1 ? first : first + " to " + Wording.sizes(tuples.getLast());
  }

  private static Line line(Check check, Standing standing, String claim, String detail) {
    return new Line(standing, claim, detail, List.of(), "reduction", check.span());
  }

  private static <T extends ReductionClause> T find(
      Declaration.Reduction declaration, Class<T> type, String example) {
    return declaration.clauses().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> missing(declaration, example));
  }

  private static DiagnosticException missing(Declaration.Reduction declaration, String example) {
    return new DiagnosticException(
        Diagnostic.error(
                DiagnosticCode.TC0805,
                declaration.span(),
                "the reduction `" + declaration.name().text() + "` leaves out a clause")
            .withHelp("write `" + example + "`"));
  }
}
