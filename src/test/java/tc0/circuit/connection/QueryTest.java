package tc0.circuit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryTest {

  private final Connection adder = Connection.of(Families.adder(), Families.sizes("w", 5));
  private final Connection rows = Connection.of(Families.rows(), Families.sizes("m", 3));

  @Test
  void aQuestionNamesAGateAndAPort() {
    assertThat(Query.parse(adder, "c[2,0,3]", Optional.of("(3,1)")))
        .isEqualTo(new Query(Gate.of("c", 2, 0, 3), Optional.of(Families.at(3, 1))));
    assertThat(Query.parse(adder, " not c[ 2, 0,3 ]", Optional.empty()))
        .isEqualTo(new Query(Gate.of("c", 2, 0, 3).twin(), Optional.empty()));
  }

  @Test
  void indicesMayStandAtTheirLevelOrAtTheEnd() {
    assertThat(Query.parse(rows, "s[1].g[0,5]", Optional.empty()))
        .isEqualTo(Query.parse(rows, "s.g[1,0,5]", Optional.empty()));
  }

  @Test
  void thePaddingHasAName() {
    Query query = Query.parse(adder, "g[2,2]", Optional.of("(pad,3)"));
    assertThat(query.port()).contains(Families.at(2, 3));
    assertThat(query.answer(adder)).contains("port (2,3) -> 0");
  }

  @Test
  void theAnswerGivesTypeChildAndSteps() {
    assertThat(Query.parse(adder, "not c[2,0,3]", Optional.of("(2)")).answer(adder))
        .matches(
            "gate not c\\[2,0,3\\] at w = 5: or\n"
                + "port \\(2\\) -> g\\[2,3\\]\n"
                + "\\d+ elementary steps for a question of \\d+ bits: [0-9.]+ per bit");
    assertThat(Query.parse(adder, "c[2,0,3]", Optional.of("9")).answer(adder))
        .contains("no port (9)");
  }

  @Test
  void anUnknownArrayIsAnsweredByTheArraysThatExist() {
    assertThatThrownBy(() -> Query.parse(adder, "d[1]", Optional.empty()))
        .isInstanceOf(QueryException.class)
        .hasMessage("there is no gate array `d`; the arrays are g (2), c (3), return (1)");
  }

  @Test
  void wrongNamesAndPortsAreExplained() {
    assertThatThrownBy(() -> Query.parse(adder, "c[2,0]", Optional.empty()))
        .hasMessage("a gate of `c` has 3 indices, not 2");
    assertThatThrownBy(() -> Query.parse(adder, "c[2,2,3]", Optional.empty()))
        .hasMessage("there is no gate c[2,2,3] at w = 5: an index is outside its range");
    assertThatThrownBy(() -> Query.parse(adder, "c[2;0]", Optional.empty()))
        .hasMessage("`c[2;0]` is not a gate name such as g[0,0]");
    assertThatThrownBy(() -> Query.parse(adder, "c[2,0,3]", Optional.of("(x)")))
        .hasMessage("`(x)` is not a port such as (0,2) or (pad,1)");
    assertThatThrownBy(() -> Query.parse(adder, "c[2,0,3]", Optional.of("()")))
        .hasMessage("`()` is not a port such as (0,2) or (pad,1)");
  }
}
