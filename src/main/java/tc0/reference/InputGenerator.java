package tc0.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Random inputs of a circuit, the same for the same seed. Vectors alternate between styles: uniform
 * bits, corner words, numbers of close magnitude, small values.
 */
public final class InputGenerator {

  private final List<Input> inputs;
  private final SplittableRandom random;
  private final boolean canonical;

  /**
   * A generator.
   *
   * @param canonical whether words of number formats are always the canonical ones
   */
  public InputGenerator(List<Input> inputs, long seed, boolean canonical) {
    this.inputs = List.copyOf(inputs);
    this.random = new SplittableRandom(seed);
    this.canonical = canonical;
  }

  /** The cells of a leaf in row-major order. */
  private static final class Leaf {
    private final List<Integer> extents;
    private final long[] cells;

    Leaf(List<Integer> extents, long[] cells) {
      this.extents = extents;
      this.cells = cells;
    }

    long at(int[] index) {
      return cells[Words.flat(extents, index)];
    }
  }

  /** The next vector: words for every input. */
  public List<Words> next() {
    WordSampler.Style[] styles = WordSampler.Style.values();
    WordSampler.Style style = styles[random.nextInt(styles.length)];
    Map<NumberFormat, WordSampler> samplers = new HashMap<>();
    return inputs.stream().map(input -> words(input.type(), style, samplers)).toList();
  }

  private Words words(
      WordType type, WordSampler.Style style, Map<NumberFormat, WordSampler> samplers) {
    Map<String, long[]> cells = new HashMap<>();
    fill(type, "", style, samplers, cells);
    Map<String, Leaf> leaves = new HashMap<>();
    for (WordType.Leaf leaf : type.leaves()) {
      long[] values = Objects.requireNonNull(cells.get(leaf.path()));
      leaves.put(leaf.path(), new Leaf(leaf.extents(), values));
    }
    return Words.of(type, (path, index) -> Objects.requireNonNull(leaves.get(path)).at(index));
  }

  private void fill(
      WordType type,
      String path,
      WordSampler.Style style,
      Map<NumberFormat, WordSampler> samplers,
      Map<String, long[]> leaves) {
    switch (type.element()) {
      case WordType.Bit bit -> leaves.put(path, bits(type.extents(), style));
      case WordType.AnyInteger integer -> {
        long[] cells = new long[type.size()];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(16);
        }
        leaves.put(path, cells);
      }
      case WordType.Record record when record.format().isPresent() -> {
        NumberFormat format = record.format().get();
        WordSampler sampler = samplers.computeIfAbsent(format, key -> new WordSampler(key, random));
        int count = type.extents().stream().reduce(1, Math::multiplyExact);
        for (NumberFormat.Field field : format.fields()) {
          leaves.put(path + "." + field.name(), new long[count * field.width()]);
        }
        for (int cell = 0; cell < count; cell++) {
          BigInteger word = sampler.next(style);
          spread(canonical ? format.encode(format.decode(word)) : word, cell, format, path, leaves);
        }
      }
      case WordType.Record record -> {
        for (WordType.Field field : record.fields()) {
          WordType inner =
              new WordType(
                  WordType.join(type.extents(), field.type().extents()), field.type().element());
          fill(inner, path + "." + field.name(), style, samplers, leaves);
        }
      }
    }
  }

  private static void spread(
      BigInteger word, int cell, NumberFormat format, String path, Map<String, long[]> leaves) {
    int position = 0;
    for (NumberFormat.Field field : format.fields()) {
      long[] bits = Objects.requireNonNull(leaves.get(path + "." + field.name()));
      for (int q = 0; q < field.width(); q++) {
        bits[cell * field.width() + q] = word.testBit(position + q) ? 1 : 0;
      }
      position += field.width();
    }
  }

  /** Bits whose last axis is a word: zero, all ones, a power of two, small, or uniform. */
  private long[] bits(List<Integer> extents, WordSampler.Style style) {
    int width = extents.isEmpty() ? 1 : extents.get(extents.size() - 1);
    int count = extents.stream().reduce(1, Math::multiplyExact);
    long[] bits = new long[count];
    for (int start = 0; width > 0 && start < count; start += width) {
      BigInteger word = word(width, style);
      for (int q = 0; q < width; q++) {
        bits[start + q] = word.testBit(q) ? 1 : 0;
      }
    }
    return bits;
  }

  private BigInteger word(int width, WordSampler.Style style) {
    BigInteger ones = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    int position = random.nextInt(width);
    return switch (style) {
      case UNIFORM -> WordSampler.bits(width, random);
      case SMALL -> WordSampler.bits(Math.min(width, 3), random);
      case CORNERS, CLOSE ->
          switch (random.nextInt(5)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> ones;
            case 2 -> BigInteger.ONE.shiftLeft(position);
            case 3 -> BigInteger.ONE.shiftLeft(position).subtract(BigInteger.ONE);
            default -> ones.clearBit(position);
          };
    };
  }
}
