package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A typed view of arrays of bits: an input, a result, a part of one, or a computed array. Reading
 * outside the extents gives 0, as everywhere in the language.
 */
public final class Words {

  /** Where the bits (or integers of forms) come from: a leaf's path and an index tuple. */
  @FunctionalInterface
  public interface Source {
    /** The bit or integer at {@code index} of the leaf; only asked inside the leaf's extents. */
    long at(String path, int[] index);
  }

  private final WordType type;
  private final Source source;
  private final boolean result;

  private Words(WordType type, Source source, boolean result) {
    this.type = type;
    this.source = source;
    this.result = result;
  }

  /** Input words, or any words that need not be canonical. */
  public static Words of(WordType type, Source source) {
    return new Words(type, source, false);
  }

  /** The words that a circuit returned: equations about them demand canonical words. */
  public static Words result(WordType type, Source source) {
    return new Words(type, source, true);
  }

  /** Words by all their bits, the leaves one after the other, the first lowest. */
  public static Words number(WordType type, BigInteger word) {
    return of(
        type,
        (path, index) -> {
          WordType.Leaf leaf = type.leaf(path).orElseThrow();
          return word.testBit(leaf.offset() + flat(leaf.extents(), index)) ? 1 : 0;
        });
  }

  /** An array whose cells (single values) are computed when first read, and kept. */
  public static Words ofCells(WordType type, Function<List<Integer>, Words> cell) {
    return ofCells(type, type.extents().size(), cell);
  }

  /** The same with cells that are selected by the first {@code rank} axes only. */
  static Words ofCells(WordType type, int rank, Function<List<Integer>, Words> cell) {
    Map<List<Integer>, Words> known = new HashMap<>();
    return of(
        type,
        (path, index) -> {
          List<Integer> outer = Arrays.stream(index, 0, rank).boxed().toList();
          Words value = known.get(outer);
          if (value == null) {
            value = cell.apply(outer);
            known.put(outer, value);
          }
          return value.leaf(path, Arrays.copyOfRange(index, rank, index.length));
        });
  }

  /** Words put together from parts, each given at the path of its fields. */
  static Words assembled(WordType type, Map<String, Words> parts) {
    return of(
        type,
        (path, index) -> {
          String prefix = path;
          Words part = parts.get(prefix);
          while (part == null) {
            prefix = prefix.substring(0, prefix.lastIndexOf('.'));
            part = parts.get(prefix);
          }
          return part.leaf(path.substring(prefix.length()), index);
        });
  }

  /** The path of nested fields: each after a dot. */
  static String path(List<String> fields) {
    return fields.stream().map(field -> "." + field).collect(Collectors.joining());
  }

  /** Whether every leaf of the type lies in one of the parts at these paths. */
  static boolean covers(WordType type, Set<String> paths) {
    return type.leaves().stream()
        .allMatch(
            leaf ->
                paths.stream()
                    .anyMatch(
                        path -> leaf.path().equals(path) || leaf.path().startsWith(path + ".")));
  }

  /** The type. */
  public WordType type() {
    return type;
  }

  /** Whether this is (part of) what a circuit returned. */
  public boolean isResult() {
    return result;
  }

  /** The bit or integer of a leaf, 0 outside its extents. */
  public long leaf(String path, int... index) {
    List<Integer> bounds = type.leaf(path).map(WordType.Leaf::extents).orElse(List.of());
    if (bounds.size() != index.length) {
      throw new IllegalArgumentException(
          "leaf " + path + Arrays.toString(index) + " of type " + type);
    }
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= bounds.get(axis)) {
        return 0;
      }
    }
    return source.at(path, index);
  }

  /** One axis of a selection: a fixed index, or the axis kept with some extent. */
  public record Axis(Optional<BigInteger> index, int extent) {
    /** A fixed index. */
    public static Axis at(BigInteger index) {
      return new Axis(Optional.of(index), 0);
    }

    /** The axis stays, with {@code extent} entries. */
    public static Axis keep(int extent) {
      return new Axis(Optional.empty(), extent);
    }
  }

  /** The part selected on the first axes; further axes stay. */
  public Words select(List<Axis> axes) {
    List<Integer> kept = new ArrayList<>();
    for (int axis = 0; axis < type.extents().size(); axis++) {
      if (axis >= axes.size()) {
        kept.add(type.extents().get(axis));
      } else if (axes.get(axis).index().isEmpty()) {
        kept.add(axes.get(axis).extent());
      }
    }
    return view(
        type.withExtents(kept),
        (path, index) -> {
          int[] whole = new int[index.length + fixed(axes)];
          int next = 0;
          for (int axis = 0; axis < whole.length; axis++) {
            whole[axis] =
                axis < axes.size() && axes.get(axis).index().isPresent()
                    ? clamp(axes.get(axis).index().get())
                    : index[next++];
          }
          return leaf(path, whole);
        });
  }

  /** The cell at an index tuple. */
  public Words at(int... index) {
    return select(Arrays.stream(index).mapToObj(i -> Axis.at(BigInteger.valueOf(i))).toList());
  }

  /** A field of a record, or of each record of an array. */
  public Optional<Words> field(String name) {
    return type.element() instanceof WordType.Record record
        ? record
            .field(name)
            .map(
                field ->
                    view(
                        new WordType(
                            WordType.join(type.extents(), field.type().extents()),
                            field.type().element()),
                        (path, index) -> leaf("." + name + path, index)))
        : Optional.empty();
  }

  /** The word of a record as an array of bits, low part first; of each record of an array. */
  public Words bits() {
    WordType cell = type.withExtents(List.of());
    if (!(type.element() instanceof WordType.Record)) {
      return this;
    }
    int rank = type.extents().size();
    List<Integer> extended = WordType.join(type.extents(), List.of(cell.size()));
    return view(
        new WordType(extended, new WordType.Bit()),
        (path, index) -> {
          WordType.Leaf leaf = leafAt(cell, index[rank]);
          int[] inner = unflat(leaf.extents(), index[rank] - leaf.offset());
          int[] whole = Arrays.copyOf(index, rank + inner.length);
          System.arraycopy(inner, 0, whole, rank, inner.length);
          return leaf(leaf.path(), whole);
        });
  }

  private static WordType.Leaf leafAt(WordType type, int position) {
    WordType.Leaf found = type.leaves().get(0);
    for (WordType.Leaf leaf : type.leaves()) {
      if (leaf.offset() <= position) {
        found = leaf;
      }
    }
    return found;
  }

  /** The word as a natural number; a single bit or integer, an array of bits, or a record. */
  public BigInteger natural() {
    boolean record = type.element() instanceof WordType.Record;
    if (type.extents().size() > (record ? 0 : 1)) {
      throw new IllegalArgumentException(type + " is not one word");
    }
    if (type.isSingleNumber()) {
      return BigInteger.valueOf(leaf(""));
    }
    BigInteger value = BigInteger.ZERO;
    for (WordType.Leaf leaf : type.leaves()) {
      for (int position = 0; position < leaf.size(); position++) {
        long cell = source.at(leaf.path(), unflat(leaf.extents(), position));
        if (cell != 0) {
          value = value.add(BigInteger.valueOf(cell).shiftLeft(leaf.offset() + position));
        }
      }
    }
    return value;
  }

  /** All bits, the leaves one after the other: what {@link #number} makes words of. */
  public BigInteger packed() {
    BigInteger word = BigInteger.ZERO;
    for (WordType.Leaf leaf : type.leaves()) {
      for (int position = 0; position < leaf.size(); position++) {
        if (source.at(leaf.path(), unflat(leaf.extents(), position)) != 0) {
          word = word.setBit(leaf.offset() + position);
        }
      }
    }
    return word;
  }

  /** The word read in two's complement. */
  public BigInteger integer() {
    BigInteger natural = natural();
    int width =
        type.element() instanceof WordType.Record
            ? type.size()
            : type.extents().stream().findFirst().orElse(0);
    return width > 0 && natural.testBit(width - 1)
        ? natural.subtract(BigInteger.ONE.shiftLeft(width))
        : natural;
  }

  /** Whether both have the same extents and the same bits. */
  public boolean sameBits(Words other) {
    if (!sameShape(other)) {
      return false;
    }
    for (WordType.Leaf leaf : type.leaves()) {
      for (int i = 0; i < leaf.size(); i++) {
        int[] index = unflat(leaf.extents(), i);
        if (leaf(leaf.path(), index) != other.leaf(leaf.path(), index)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean sameShape(Words other) {
    List<WordType.Leaf> mine = type.leaves();
    List<WordType.Leaf> others = other.type.leaves();
    for (int i = 0; i < mine.size() && i < others.size(); i++) {
      if (!mine.get(i).path().equals(others.get(i).path())
          || !mine.get(i).extents().equals(others.get(i).extents())) {
        return false;
      }
    }
    return mine.size() == others.size();
  }

  /** The values for a reader: numbers of a format, naturals for words, nested lists for arrays. */
  public String describe() {
    if (type.format().isPresent()) {
      return describeCells(this, type.extents().size());
    }
    if (type.element() instanceof WordType.Record record) {
      return record.fields().stream()
          .map(field -> field.name() + " = " + field(field.name()).orElseThrow().describe())
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return describeCells(this, Math.max(0, type.extents().size() - 1));
  }

  private static String describeCells(Words words, int axes) {
    if (axes == 0) {
      BigInteger word = words.natural();
      return words.type.format().map(format -> format.describe(word)).orElseGet(word::toString);
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < words.type.extents().get(0); i++) {
      parts.add(describeCells(words.at(i), axes - 1));
    }
    return "[" + String.join(", ", parts) + "]";
  }

  @Override
  public String toString() {
    return describe();
  }

  private Words view(WordType viewType, Source viewSource) {
    return new Words(viewType, viewSource, result);
  }

  private static int fixed(List<Axis> axes) {
    return (int) axes.stream().filter(axis -> axis.index().isPresent()).count();
  }

  /** An index outside the range of int is outside every array. */
  private static int clamp(BigInteger index) {
    return index.bitLength() < 31 ? index.intValue() : -1;
  }

  /** Row-major position of an index tuple. */
  static int flat(List<Integer> extents, int[] index) {
    int position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      position = position * extents.get(axis) + index[axis];
    }
    return position;
  }

  /** The index tuple at a row-major position. */
  static int[] unflat(List<Integer> extents, int position) {
    int[] index = new int[extents.size()];
    int rest = position;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % extents.get(axis);
      rest /= extents.get(axis);
    }
    return index;
  }
}
