package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tc0.circuit.Evaluation;
import tc0.circuit.FlatCircuit;
import tc0.circuit.index.Limits;
import tc0.reference.DefinedFunction;
import tc0.reference.InputGenerator;
import tc0.reference.Outcome;
import tc0.reference.Words;
import tc0.verify.AttentionStack.Between;
import tc0.verify.AttentionStack.Kind;

/** Stacks of attention layers of every kind, number of layers, width and precision. */
class AttentionStackProperties {

  private static Configuration configuration(
      AttentionStack stack, int layers, int n, int whole, int fraction) {
    Map<String, BigInteger> sizes = new TreeMap<>();
    sizes.put("m", BigInteger.valueOf(layers));
    sizes.put("n", BigInteger.valueOf(n));
    sizes.put("d", BigInteger.TWO);
    sizes.put("w", BigInteger.valueOf(whole));
    sizes.put("f", BigInteger.valueOf(fraction));
    return new Configuration(stack.program(), stack.stack(), sizes);
  }

  @Property(tries = 20)
  void nothingMeasuredExceedsItsSymbolicBound(
      @ForAll Kind kind,
      @ForAll Between between,
      @ForAll @IntRange(max = 3) int layers,
      @ForAll @IntRange(min = 1, max = 2) int n,
      @ForAll @IntRange(min = 1, max = 2) int whole,
      @ForAll @IntRange(max = 1) int fraction) {
    AttentionStack stack = AttentionStack.of(kind, between, layers);
    Configuration configuration = configuration(stack, layers, n, whole, fraction);
    SymbolicBounds.hold(configuration, configuration.unrolled());
  }

  @Property(tries = 20)
  void aStackComputesOneLayerAfterTheOther(
      @ForAll Kind kind,
      @ForAll Between between,
      @ForAll @IntRange(max = 3) int layers,
      @ForAll @IntRange(min = 1, max = 2) int n,
      @ForAll @IntRange(min = 1, max = 2) int whole,
      @ForAll @IntRange(max = 1) int fraction,
      @ForAll long seed) {
    AttentionStack stack = AttentionStack.of(kind, between, layers);
    Configuration configuration = configuration(stack, layers, n, whole, fraction);
    DefinedFunction definition =
        new References(stack.program()).definition(stack.definition(), configuration.sizes());
    FlatCircuit raw = Instance.unroll(stack.stack(), configuration.sizes(), Limits.DEFAULT);
    Instance instance = Instance.of(stack.stack(), configuration.sizes(), Limits.DEFAULT);
    InputGenerator generator = new InputGenerator(definition.inputs(), seed, true);
    for (int sample = 0; sample < 3; sample++) {
      List<Words> words = generator.next();
      boolean[] bits = instance.bits(definition.inputs(), words);
      Evaluation folded = Evaluation.of(instance.folded(), bits);
      Outcome outcome = definition.check(words, instance.outputWords(definition.result(), folded));
      assertThat(outcome).as("%s", configuration).isInstanceOf(Outcome.Holds.class);
      Evaluation unfolded = Evaluation.of(raw, bits);
      for (int port = 0; port < raw.outputs().size(); port++) {
        for (int i = 0; i < raw.outputs().get(port).values().size(); i++) {
          assertThat(folded.value(instance.folded().outputs().get(port).values().get(i)))
              .isEqualTo(unfolded.value(raw.outputs().get(port).values().get(i)));
        }
      }
    }
  }
}
