package tc0.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tc0.algebra.BarringtonCompiler;
import tc0.algebra.Formula;
import tc0.algebra.GroupProgram;
import tc0.algebra.Groups;
import tc0.algebra.Subgroup;
import tc0.algebra.Transformation;
import tc0.circuit.Evaluation;
import tc0.circuit.FlatCircuit;
import tc0.circuit.index.Limits;
import tc0.syntax.elaborate.Program;

/**
 * The family of proofs/std/barrington.tc0 and the compiler of {@code tc0.algebra} are two ways to
 * the same theorem: on random trees of AND and OR both products say what the formula says.
 */
class BarringtonFamilyProperties {

  private static final Program BARRINGTON = Configuration.shipped("std/barrington.tc0");
  private static final Program FORMULA = Configuration.shipped("std/formula.tc0");
  private static final Map<String, FlatCircuit> UNROLLED = new ConcurrentHashMap<>();
  private static final BarringtonCompiler COMPILER =
      new BarringtonCompiler(Subgroup.whole(Groups.alternating(5)));

  @Provide
  Arbitrary<List<Boolean>> leaves() {
    return Arbitraries.integers()
        .between(0, 3)
        .flatMap(height -> Arbitraries.of(true, false).list().ofSize(1 << height));
  }

  /** Two bits a cell: a leaf and the kind of the gate before it. */
  @Provide
  Arbitrary<List<Boolean>> trees() {
    return Arbitraries.integers()
        .between(1, 2)
        .flatMap(height -> Arbitraries.of(true, false).list().ofSize(2 << height));
  }

  @Property(tries = 60)
  void bothProgramsOverA5SayWhatTheAlternatingTreeSays(@ForAll("leaves") List<Boolean> leaves) {
    boolean value = alternating(leaves.size()).evaluate(leaves);
    GroupProgram program = COMPILER.compile(alternating(leaves.size()));
    assertThat(program.run(leaves) == program.target()).isEqualTo(value);
    assertThat(isOne(a5Letters(leaves))).isEqualTo(value);
    assertThat(a5Letters(leaves)).hasSize(program.instructions().size());
  }

  @Property(tries = 20)
  void aTreeWithGivenKindsIsAFormulaAndTheWordOfItsAlternatingTreeSaysItsValue(
      @ForAll("trees") List<Boolean> tree) {
    int cells = tree.size() / 2;
    List<Boolean> leaves = IntStream.range(0, cells).mapToObj(l -> tree.get(2 * l)).toList();
    Formula formula = withKinds(tree, 0, cells);
    List<Boolean> alternating = run(FORMULA, "alternating_tree", cells, tree);
    assertThat(alternating).hasSize(cells * cells * cells * cells);
    assertThat(isOne(a5Letters(alternating))).isEqualTo(formula.evaluate(leaves));
    GroupProgram program = COMPILER.compile(formula);
    assertThat(program.run(leaves) == program.target()).isEqualTo(formula.evaluate(leaves));
  }

  /** Gates of odd height are conjunctions, gates of even height disjunctions. */
  private static Formula alternating(int leaves) {
    List<Formula> row =
        new ArrayList<>(IntStream.range(0, leaves).mapToObj(Formula.Variable::new).toList());
    for (int height = 1; row.size() > 1; height++) {
      boolean and = height % 2 == 1;
      List<Formula> below = row;
      row =
          new ArrayList<>(
              IntStream.range(0, below.size() / 2)
                  .mapToObj(
                      i ->
                          and
                              ? (Formula) new Formula.And(below.get(2 * i), below.get(2 * i + 1))
                              : new Formula.Or(below.get(2 * i), below.get(2 * i + 1)))
                  .toList());
    }
    return row.getFirst();
  }

  private static Formula withKinds(List<Boolean> tree, int from, int to) {
    if (to == from + 1) {
      return new Formula.Variable(from);
    }
    int middle = (from + to) / 2;
    Formula left = withKinds(tree, from, middle);
    Formula right = withKinds(tree, middle, to);
    return tree.get(2 * middle + 1) ? new Formula.Or(left, right) : new Formula.And(left, right);
  }

  private static List<Integer> a5Letters(List<Boolean> leaves) {
    List<Boolean> bits = run(BARRINGTON, "a5_word", leaves.size(), leaves);
    return IntStream.range(0, bits.size() / 6)
        .mapToObj(p -> IntStream.range(0, 6).map(q -> bits.get(6 * p + q) ? 1 << q : 0).sum())
        .toList();
  }

  /** The output bits of a family with one size, in the order of their indices. */
  private static List<Boolean> run(Program program, String name, int n, List<Boolean> input) {
    FlatCircuit circuit =
        UNROLLED.computeIfAbsent(
            name + " " + n,
            key ->
                Instance.unroll(
                    Configuration.circuit(program, name),
                    Map.of("n", BigInteger.valueOf(n)),
                    Limits.DEFAULT));
    boolean[] bits = new boolean[input.size()];
    IntStream.range(0, bits.length).forEach(i -> bits[i] = input.get(i));
    Evaluation evaluation = Evaluation.of(circuit, bits);
    return circuit.outputs().getFirst().values().stream()
        .map(value -> evaluation.value(value) == 1)
        .toList();
  }

  /** Whether a word over the numbering of proofs/std/groups.tc0 has product 1. */
  private static boolean isOne(List<Integer> letters) {
    Transformation product = Transformation.identity(5);
    for (int letter : letters) {
      product = product.then(NUMBERED.get(letter));
    }
    return product.equals(Transformation.identity(5));
  }

  /** The even permutations in the order of their images of 0, 1 and 2. */
  private static final List<Transformation> NUMBERED = numbered();

  private static List<Transformation> numbered() {
    List<Transformation> all = new ArrayList<>();
    for (int code = 0; code < 3125; code++) {
      int c = code;
      List<Integer> images = List.of(c / 625, c / 125 % 5, c / 25 % 5, c / 5 % 5, c % 5);
      Set<Integer> points = new HashSet<>(images);
      if (points.size() == 5 && inversions(images) % 2 == 0) {
        all.add(new Transformation(images));
      }
    }
    return List.copyOf(all);
  }

  private static long inversions(List<Integer> images) {
    return IntStream.range(0, 25)
        .filter(i -> i / 5 < i % 5 && images.get(i / 5) > images.get(i % 5))
        .count();
  }
}
