package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The families here have wiring of tier dlogtime, so a question costs at most a constant times its
 * length.
 */
class StepsTest {

  private static final int STEPS_PER_BIT = 60;

  @Test
  void questionsAboutTheAdderTakeLogarithmicallyManySteps() {
    for (int k = 3; k <= 40; k++) {
      long w = 1L << k;
      Connection adder = Connection.of(Families.adder(), Families.sizes("w", w));
      long t = w / 2 - 1;
      List<Answer<?>> answers = new ArrayList<>();
      answers.add(adder.valid(Gate.of("c", t, t / 3, 5)));
      answers.add(adder.type(Gate.of("c", t, t / 3, 5).twin()));
      answers.add(child(adder, Gate.of("c", t, t / 3, 5), 3, t - 1));
      answers.add(child(adder, Gate.of("g", t, 3), 1, 1, 1, 0));
      answers.add(child(adder, Gate.of("return", w - 1), 1, 5, t / 4, 0, 0));
      assertLogarithmic(answers, k);
    }
  }

  @Test
  void questionsAboutCallsAndIterationsTakeLogarithmicallyManySteps() {
    for (int k = 3; k <= 40; k++) {
      long m = 1L << k;
      Connection rows = Connection.of(Families.rows(), Families.sizes("m", m));
      Connection rounds = Connection.of(Families.rounds(), Families.sizes("m", m, "n", m));
      List<Answer<?>> answers = new ArrayList<>();
      answers.add(child(rows, Gate.of("any", m - 1), 0, m / 2));
      answers.add(child(rows, Gate.of("s.g", m - 1, m / 4, 7), 1, 1, 1, 0));
      answers.add(child(rounds, Gate.of("layer.next", m - 1, m / 2), 0, 1, 0));
      answers.add(child(rounds, Gate.of("last"), 0, m - 1));
      assertLogarithmic(answers, k);
    }
  }

  private static Answer<?> child(Connection connection, Gate gate, long... port) {
    Answer<Optional<Child>> answer = connection.child(gate, Gate.Tuples.of(port));
    assertThat(answer.value()).as("%s", gate).isPresent();
    return answer;
  }

  private static void assertLogarithmic(List<Answer<?>> answers, int k) {
    for (Answer<?> answer : answers) {
      assertThat(answer.bits()).isBetween(k, 8 * (k + 2));
      assertThat(answer.steps())
          .isPositive()
          .isLessThanOrEqualTo((long) STEPS_PER_BIT * answer.bits());
    }
  }

  @Test
  void multiplyingTwoIndicesCostsMoreThanTheirLengths() {
    IndexEvaluator indices = new IndexEvaluator();
    BigInteger large = BigInteger.ONE.shiftLeft(30);
    Environment environment = Environment.EMPTY.with("i", large).with("j", large);
    indices.value(Families.v("i").times(Families.v("j")), environment);
    long product = indices.steps();
    indices.reset();
    indices.value(Families.v("i").times(Families.two(Families.n(30))), environment);
    assertThat(indices.steps()).isLessThan(6 * 31);
    assertThat(product).isGreaterThan(31 * 31);
  }
}
