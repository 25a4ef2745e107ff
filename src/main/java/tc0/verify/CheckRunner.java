package tc0.verify;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tc0.circuit.AxiomNotUnrollable;
import tc0.circuit.FlatCircuit;
import tc0.circuit.connection.Connection;
import tc0.circuit.connection.Difference;
import tc0.circuit.connection.GraphComparison;
import tc0.circuit.connection.LimitExceededException;
import tc0.circuit.index.LimitExceeded;
import tc0.circuit.index.Limits;
import tc0.kernel.Circuit;
import tc0.reference.GivenInputs;
import tc0.reference.Reference;
import tc0.syntax.ast.Check;
import tc0.syntax.ast.Declaration;
import tc0.syntax.elaborate.CircuitInfo;

/** Carries out the checks of one lemma. */
final class CheckRunner {
  private final CircuitInfo circuit;
  private final Optional<CircuitInfo> definition;
  private final String module;
  private final References references;
  private final Options options;

  CheckRunner(
      CircuitInfo circuit,
      Optional<CircuitInfo> definition,
      String module,
      References references,
      Options options) {
    this.circuit = circuit;
    this.definition = definition;
    this.module = module;
    this.references = references;
    this.options = options;
  }

  /** The line of a check that the user does not want to run. */
  Line skipped(Check check) {
    return line(
        check,
        Standing.SKIPPED,
        "check " + method(check.method()),
        range(check, SizeTuples.of(check, circuit))
            + (check.isLong() && !options.longChecks() ? "; runs with --long" : ""));
  }

  /** One line for the check; it never throws for reasons that lie in the file. */
  Line run(Check check) {
    String claim = "check " + method(check.method());
    List<Map<String, BigInteger>> tuples = SizeTuples.of(check, circuit);
    if (tuples.isEmpty()) {
      return line(check, Standing.OPEN, claim, "no size in these ranges satisfies `where`");
    }
    if (!isDefinition() && !Instance.isComplete(circuit.core())) {
      return line(
          check,
          Standing.OPEN,
          claim,
          "the circuit rests on axioms, which have no gates to compare");
    }
    Duration time =
        check.seconds().map(s -> Duration.ofSeconds(s.longValue())).orElse(options.timeout());
    Deadline deadline = Deadline.in(time);
    List<String> done = new ArrayList<>();
    long total = 0;
    long excluded = 0;
    for (Map<String, BigInteger> sizes : tuples) {
      String at = Wording.sizes(sizes);
      try {
        Result result = one(check, sizes, deadline);
        switch (result) {
          case Result.Equal equal -> {
            total += equal.inputs();
            excluded += equal.excluded();
            done.addAll(equal.evidence());
          }
          case Result.Different different -> {
            return line(
                check, Standing.REFUTED, claim, "at " + at + ": " + different.message(), done);
          }
          case Result.Unknown unknown -> {
            return line(
                check, unknown.standing(), claim, "at " + at + ": " + unknown.reason(), done);
          }
        }
      } catch (Deadline.Passed e) {
        return line(
            check,
            Standing.LIMIT,
            claim,
            "at "
                + at
                + ": no answer within "
                + time.toSeconds()
                + " s; raise --timeout or add `within` to the check",
            done);
      } catch (LimitExceeded | LimitExceededException e) {
        return line(check, Standing.LIMIT, claim, "at " + at + ": " + e.getMessage(), done);
      } catch (AxiomNotUnrollable e) {
        return line(check, Standing.OPEN, claim, e.getMessage(), done);
      } catch (OutOfMemoryError e) {
        return line(
            check,
            Standing.LIMIT,
            claim,
            "at " + at + ": out of memory; give Java more, for example TC0_JAVA_OPTS=-Xmx8g",
            done);
      } catch (RuntimeException e) {
        String reason = Wording.reason(e).orElseThrow(() -> e);
        return line(check, Standing.OPEN, claim, "at " + at + ": " + reason, done);
      }
    }
    String detail = range(check, tuples) + summary(check.method(), total, excluded, tuples.size());
    if (counts(check.method()) && total == 0) {
      return line(
          check,
          Standing.OPEN,
          claim,
          detail + "; every input is outside the promised domain",
          done);
    }
    return line(check, Standing.CHECKED, claim, detail, done);
  }

  /** What a comparison at one tuple of sizes gave. */
  private sealed interface Result {
    record Equal(long inputs, long excluded, List<String> evidence) implements Result {}

    record Different(String message) implements Result {}

    record Unknown(Standing standing, String reason) implements Result {}
  }

  private static final Result NO_GATES =
      new Result.Unknown(Standing.OPEN, "a definition has no gates; try inputs instead");

  private Result one(Check check, Map<String, BigInteger> sizes, Deadline deadline) {
    return switch (check.method()) {
      case Check.Exhaustive exhaustive -> {
        Trials trials = trials(sizes, deadline);
        int bits = trials.inputBits();
        if (bits > Trials.MOST_BITS) {
          yield new Result.Unknown(
              Standing.LIMIT,
              bits
                  + " input bits are too many to try all; at most "
                  + Trials.MOST_BITS
                  + ", use `check random` or `check sat`");
        }
        yield simulated(trials.exhaustive());
      }
      case Check.Random random ->
          simulated(
              trials(sizes, deadline)
                  .random(
                      random.samples().longValue(),
                      random.seed().map(BigInteger::longValue).orElse(1L)));
      case Check.At at -> {
        Trials trials = trials(sizes, deadline);
        yield simulated(
            trials.at(
                GivenInputs.of(trials.inputs(), at.inputs(), references.names(module), sizes)));
      }
      case Check.Connection connection when isDefinition() -> NO_GATES;
      case Check.Sat sat when isDefinition() -> NO_GATES;
      case Check.Induction induction when isDefinition() -> NO_GATES;
      case Check.Connection connection -> connection(sizes);
      case Check.Sat sat -> satisfiability(sizes, deadline);
      case Check.Induction induction -> induction(check, induction, sizes, deadline);
    };
  }

  private boolean isDefinition() {
    return circuit.declaration() instanceof Declaration.Definition;
  }

  private Trials trials(Map<String, BigInteger> sizes, Deadline deadline) {
    return isDefinition()
        ? new DefinitionTrials(
            references.definition(circuit, sizes), references.promises(circuit, sizes), deadline)
        : new Simulations(Instance.of(circuit, sizes, Limits.DEFAULT), meaning(sizes), deadline);
  }

  private Reference meaning(Map<String, BigInteger> sizes) {
    return references.meaning(circuit, definition, sizes);
  }

  private static Result simulated(Simulations.Tally tally) {
    return tally
        .counterexample()
        .map(message -> (Result) new Result.Different(message))
        .orElseGet(() -> new Result.Equal(tally.compared(), tally.excluded(), List.of()));
  }

  private Result connection(Map<String, BigInteger> sizes) {
    Circuit.Family family = (Circuit.Family) circuit.core();
    FlatCircuit raw = Instance.unroll(circuit, sizes, Limits.DEFAULT);
    Optional<Difference> difference = GraphComparison.compare(Connection.of(family, sizes), raw);
    return difference
        .map(d -> (Result) new Result.Different(d.message()))
        .orElseGet(() -> new Result.Equal(raw.gateCount(), 0, List.of()));
  }

  private Result satisfiability(Map<String, BigInteger> sizes, Deadline deadline) {
    return sat(
        new Satisfiability(circuit, definition, references, options).equivalence(sizes, deadline));
  }

  /** The promise itself at the least number of operands, and the step at each further one. */
  private Result induction(
      Check check, Check.Induction induction, Map<String, BigInteger> sizes, Deadline deadline) {
    String parameter = induction.parameter().text();
    BigInteger least =
        check.ranges().stream()
            .filter(range -> range.name().text().equals(parameter))
            .map(Check.SizeRange::from)
            .findFirst()
            .orElseThrow();
    Satisfiability satisfiability =
        new Satisfiability(circuit, Optional.empty(), references, options);
    return sat(
        sizes.get(parameter).equals(least)
            ? satisfiability.equivalence(sizes, deadline)
            : satisfiability.inductionStep(parameter, sizes, deadline));
  }

  private static Result sat(Satisfiability.Answer answer) {
    return switch (answer) {
      case Satisfiability.Answer.Proved proved -> new Result.Equal(0, 0, List.of(proved.text()));
      case Satisfiability.Answer.Refuted refuted -> new Result.Different(refuted.text());
      case Satisfiability.Answer.Unknown unknown ->
          new Result.Unknown(unknown.limit() ? Standing.LIMIT : Standing.OPEN, unknown.text());
    };
  }

  private static boolean counts(Check.Method method) {
    return method instanceof Check.Exhaustive
        || method instanceof Check.Random
        || method instanceof Check.At;
  }

  /** How a method is written in source. */
  static String method(Check.Method method) {
    return switch (method) {
      case Check.Exhaustive exhaustive -> "exhaustive";
      case Check.Random random -> "random " + random.samples();
      case Check.Sat sat -> "sat";
      case Check.Induction induction -> "induction on " + induction.parameter().text();
      case Check.Connection connection -> "connection";
      case Check.At at ->
          "at "
              + at.inputs().stream()
                  .map(input -> input.name().text())
                  .collect(Collectors.joining(", "));
    };
  }

  private String summary(Check.Method method, long total, long excluded, int tuples) {
    String found = isDefinition() ? "the promise holds" : "equal";
    String outside =
        excluded == 0 ? "" : String.format(Locale.ROOT, " (%,d outside the domain)", excluded);
    return switch (method) {
      case Check.Exhaustive e ->
          String.format(Locale.ROOT, ": %s on all %,d inputs", found, total) + outside;
      case Check.Random r ->
          String.format(
                  Locale.ROOT,
                  ": %s on %,d random inputs, seed %s",
                  found,
                  total,
                  r.seed().map(BigInteger::toString).orElse("1"))
              + outside;
      case Check.At a -> ": " + found + outside;
      case Check.Sat s -> ": equal on all inputs, proofs replayed";
      case Check.Induction i ->
          ": the least size and every step proved on all inputs, proofs replayed";
      case Check.Connection c ->
          String.format(
              Locale.ROOT, ": connection language and unrolled circuit agree on %,d gates", total);
    };
  }

  private static String range(Check check, List<Map<String, BigInteger>> tuples) {
    List<String> parts = new ArrayList<>();
    for (Check.SizeRange range : check.ranges()) {
      parts.add(
          range.name().text()
              + " = "
              + (range.from().equals(range.to())
                  ? range.from()
                  : range.from() + ".." + range.to()));
    }
    return (parts.isEmpty() ? "" : "for " + String.join(", ", parts))
        + (tuples.size() > 1 ? " (" + tuples.size() + " sizes)" : "");
  }

  private static Line line(Check check, Standing standing, String claim, String detail) {
    return line(check, standing, claim, detail, List.of());
  }

  private static Line line(
      Check check, Standing standing, String claim, String detail, List<String> evidence) {
    return new Line(standing, claim, detail, evidence, method(check.method()), check.span());
  }
}
