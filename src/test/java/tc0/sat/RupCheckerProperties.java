package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RupCheckerProperties {

  @Property(tries = 600)
  void everyConfigurationIsRightAndItsTracesAreProofs(
      @ForAll long seed, @ForAll SolverConfiguration configuration) {
    Random random = new Random(seed);
    int variables = 1 + random.nextInt(10);
    Cnf cnf = RandomFormulas.random(random, variables, random.nextInt(5 * variables));
    RupTrace trace = new RupTrace();
    ClauseSolver.Answer answer = RandomFormulas.solve(cnf, configuration, trace);
    boolean satisfiable = RandomFormulas.satisfiable(cnf);
    assertThat(answer)
        .isEqualTo(
            satisfiable ? ClauseSolver.Answer.SATISFIABLE : ClauseSolver.Answer.UNSATISFIABLE);
    assertThat(RupChecker.check(cnf, trace) instanceof RupChecker.Accepted).isEqualTo(!satisfiable);
  }

  /** Whatever is in the trace, a satisfiable formula is never refuted. */
  @Property(tries = 1500)
  void noTraceRefutesASatisfiableFormula(@ForAll long seed) {
    Random random = new Random(seed);
    int variables = 1 + random.nextInt(8);
    Cnf cnf = RandomFormulas.random(random, variables, random.nextInt(4 * variables));
    RupTrace trace = new RupTrace();
    Cnf lies = RandomFormulas.random(random, variables, random.nextInt(12));
    for (int c = 0; c < lies.clauseCount(); c++) {
      int learned = trace.learn(lies.clause(c));
      if (random.nextInt(4) == 0) {
        trace.drop(random.nextInt(learned + 1));
      }
    }
    trace.learn();
    if (RupChecker.check(cnf, trace) instanceof RupChecker.Accepted) {
      assertThat(RandomFormulas.satisfiable(cnf)).isFalse();
    }
  }

  /** The checker agrees with one that checks every step forward, from scratch, clause by clause. */
  @Property(tries = 1000)
  void acceptsWhatTheNaiveCheckerAccepts(@ForAll long seed) {
    Random random = new Random(seed);
    int variables = 1 + random.nextInt(6);
    Cnf cnf = RandomFormulas.random(random, variables, 3 * variables);
    RupTrace trace = new RupTrace();
    Cnf lemmas = RandomFormulas.random(random, variables, 10);
    for (int c = 0; c < lemmas.clauseCount(); c++) {
      int learned = trace.learn(lemmas.clause(c));
      if (random.nextInt(3) == 0) {
        trace.drop(random.nextInt(learned + 1));
      }
    }
    trace.learn();
    if (NaiveChecker.accepts(cnf, trace)) {
      assertThat(RupChecker.check(cnf, trace)).isInstanceOf(RupChecker.Accepted.class);
    }
  }

  @Property(tries = 300)
  void underAssumptionsTheNegatedAssumptionsAreProved(@ForAll long seed) {
    Random random = new Random(seed);
    int variables = 3 + random.nextInt(7);
    Cnf cnf = RandomFormulas.random(random, variables, 3 * variables);
    RupTrace trace = new RupTrace();
    ClauseSolver solver =
        new ClauseSolver(
            SolverConfiguration.DEFAULT, variables, new int[0], trace, new Budget(Limits.DEFAULT));
    for (int c = 0; c < cnf.clauseCount(); c++) {
      solver.add(cnf.clause(c));
    }
    for (int round = 0; round < 4; round++) {
      int a = (1 + random.nextInt(variables)) * (random.nextBoolean() ? 1 : -1);
      int b = (1 + random.nextInt(variables)) * (random.nextBoolean() ? 1 : -1);
      Cnf assumed = new Cnf();
      assumed.declare(variables);
      for (int c = 0; c < cnf.clauseCount(); c++) {
        assumed.add(cnf.clause(c));
      }
      assumed.add(a);
      assumed.add(b);
      boolean unsatisfiable =
          solver.solve(Long.MAX_VALUE, a, b) == ClauseSolver.Answer.UNSATISFIABLE;
      assertThat(unsatisfiable).isEqualTo(!RandomFormulas.satisfiable(assumed));
      if (unsatisfiable) {
        assertThat(RupChecker.check(assumed, trace)).isInstanceOf(RupChecker.Accepted.class);
      }
    }
  }
}
