package tc0.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tc0.circuit.FlatCircuit;

class InductionStepTest {

  private static final InductionStep.Relation NEXT_TERM =
      (blaster, larger, smaller) -> {
        int last = larger.circuit().inputs().size() - 1;
        return blaster.equalBits(
            number(larger, false, "return"),
            blaster.add(number(smaller, false, "return"), number(larger, true, "x" + last)));
      };

  private static BitVector number(EncodedCircuit encoded, boolean input, String name) {
    List<Integer> bits = new ArrayList<>();
    var port = input ? encoded.inputPort(name) : encoded.outputPort(name);
    for (FlatCircuit.Value value : port.orElseThrow().values()) {
      bits.add(encoded.value(value).bit(0));
    }
    return BitVector.natural(bits.stream().mapToInt(Integer::intValue).toArray());
  }

  @Test
  void provesTheIteratedAdderOperandByOperand() {
    for (int n = 2; n <= 6; n++) {
      Obligation step =
          InductionStep.of(
              Constructions.iteratedAdd(n, 4), Constructions.iteratedAdd(n - 1, 4), NEXT_TERM);
      assertThat(Miter.prove(step, SearchOptions.DEFAULT)).isInstanceOf(Verdict.Proved.class);
    }
  }

  @Test
  void refutesAStepOfABrokenCircuit() {
    FlatCircuit larger = Constructions.iteratedAdd(4, 3);
    int lowestBit = larger.outputs().get(0).values().get(0).literals()[0] >> 1;
    FlatCircuit broken = CircuitBuilder.mutate(larger, lowestBit - larger.node(0));
    Obligation step = InductionStep.of(broken, Constructions.iteratedAdd(3, 3), NEXT_TERM);
    assertThat(Miter.prove(step, SearchOptions.DEFAULT)).isInstanceOf(Verdict.Refuted.class);
  }
}
