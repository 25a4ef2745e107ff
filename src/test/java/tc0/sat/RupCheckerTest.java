package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RupCheckerTest {

  private static Cnf contradiction() {
    Cnf cnf = new Cnf();
    cnf.add(1, 2);
    cnf.add(1, -2);
    cnf.add(-1, 2);
    cnf.add(-1, -2);
    return cnf;
  }

  @Test
  void acceptsAProofAndCountsWhatItNeeds() {
    RupTrace trace = new RupTrace();
    trace.learn(1);
    trace.learn();
    assertThat(RupChecker.check(contradiction(), trace))
        .isInstanceOfSatisfying(
            RupChecker.Accepted.class,
            accepted -> assertThat(accepted.proof().needed()).isEqualTo(1));
  }

  @Test
  void refusesATraceThatOnlyClaimsTheEmptyClause() {
    RupTrace trace = new RupTrace();
    trace.learn();
    assertThat(RupChecker.check(contradiction(), trace))
        .isEqualTo(
            new RupChecker.Refused(0, "a learned clause does not follow by unit propagation"));
  }

  @Test
  void refusesATruncatedTrace() {
    assertThat(RupChecker.check(contradiction(), new RupTrace()))
        .isEqualTo(new RupChecker.Refused(0, "the trace does not reach the empty clause"));
  }

  @Test
  void refusesAClauseThatDoesNotFollow() {
    Cnf cnf = new Cnf();
    cnf.add(1, 2);
    cnf.add(-1, 2);
    RupTrace trace = new RupTrace();
    trace.learn(2);
    trace.learn(-2);
    assertThat(RupChecker.check(cnf, trace)).isInstanceOf(RupChecker.Refused.class);
  }

  @Test
  void refusesAnUnknownVariable() {
    RupTrace trace = new RupTrace();
    trace.learn(3);
    assertThat(RupChecker.check(contradiction(), trace)).isInstanceOf(RupChecker.Refused.class);
  }

  @Test
  void refusesStepsInAnOrderInWhichTheyDoNotFollow() {
    Cnf cnf = RandomFormulas.pigeons(3);
    RupTrace trace = new RupTrace();
    assertThat(RandomFormulas.solve(cnf, SolverConfiguration.DEFAULT, trace))
        .isEqualTo(ClauseSolver.Answer.UNSATISFIABLE);
    assertThat(RupChecker.check(cnf, trace)).isInstanceOf(RupChecker.Accepted.class);
    RupTrace emptyFirst = new RupTrace();
    emptyFirst.learn();
    for (int c = 0; c + 1 < trace.clauseCount(); c++) {
      emptyFirst.learn(trace.clause(c));
    }
    assertThat(RupChecker.check(cnf, emptyFirst)).isInstanceOf(RupChecker.Refused.class);
  }

  @Test
  void refusesEveryPigeonholeTraceThatIsCutShort() {
    Cnf cnf = RandomFormulas.pigeons(4);
    RupTrace trace = new RupTrace();
    RandomFormulas.solve(cnf, SolverConfiguration.DEFAULT, trace);
    int accepted = 0;
    for (int length = 0; length < trace.clauseCount(); length++) {
      RupTrace cut = new RupTrace();
      for (int c = 0; c < length; c++) {
        cut.learn(trace.clause(c));
      }
      cut.learn();
      boolean naive = NaiveChecker.accepts(cnf, cut);
      assertThat(RupChecker.check(cnf, cut) instanceof RupChecker.Accepted).isEqualTo(naive);
      accepted += naive ? 1 : 0;
    }
    assertThat(accepted).isLessThan(trace.clauseCount() / 2);
  }

  @Test
  void refusesAPigeonholeTraceWithALiteralRemovedWhereItMatters() {
    Cnf cnf = RandomFormulas.pigeons(4);
    RupTrace trace = new RupTrace();
    RandomFormulas.solve(cnf, SolverConfiguration.DEFAULT, trace);
    int first = trace.clause(0).length;
    assertThat(first).isGreaterThan(1);
    RupTrace shortened = new RupTrace();
    shortened.learn(trace.clause(0)[0]);
    shortened.learn(-trace.clause(0)[0]);
    shortened.learn();
    assertThat(RupChecker.check(cnf, shortened)).isInstanceOf(RupChecker.Refused.class);
  }

  @Test
  void aDroppedClauseCannotBeUsed() {
    Cnf cnf = new Cnf();
    cnf.add(1, 2, 3);
    cnf.add(1, 2, -3);
    cnf.add(1, -2, 3);
    cnf.add(1, -2, -3);
    cnf.add(-1, 2, 3);
    cnf.add(-1, 2, -3);
    cnf.add(-1, -2, 3);
    cnf.add(-1, -2, -3);
    RupTrace good = new RupTrace();
    good.learn(1, 2);
    good.learn(1);
    good.learn(2);
    good.learn();
    assertThat(RupChecker.check(cnf, good)).isInstanceOf(RupChecker.Accepted.class);
    RupTrace bad = new RupTrace();
    int dropped = bad.learn(1, 2);
    bad.drop(dropped);
    bad.learn(1);
    bad.learn(2);
    bad.learn();
    assertThat(RupChecker.check(cnf, bad)).isInstanceOf(RupChecker.Refused.class);
  }

  @Test
  void aFormulaWithTheEmptyClauseNeedsNoTrace() {
    Cnf cnf = new Cnf();
    cnf.add(1, 2);
    cnf.add();
    assertThat(RupChecker.check(cnf, new RupTrace())).isInstanceOf(RupChecker.Accepted.class);
  }

  @Test
  void aContradictionFoundWhileAddingClausesLeavesAProof() {
    Cnf cnf = new Cnf();
    cnf.add(1);
    cnf.add(-1);
    RupTrace trace = new RupTrace();
    assertThat(RandomFormulas.solve(cnf, SolverConfiguration.DEFAULT, trace))
        .isEqualTo(ClauseSolver.Answer.UNSATISFIABLE);
    assertThat(trace.clause(trace.clauseCount() - 1)).isEmpty();
    assertThat(RupChecker.check(cnf, trace)).isInstanceOf(RupChecker.Accepted.class);
  }
}
