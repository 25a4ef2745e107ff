package tc0.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tc0.reference.WordType;

/** A typed view of arrays of bits (or integers) of a graph; 0 outside the extents. */
final class SymbolicWords {

  /** Where the cells come from: a leaf's path and an index tuple inside its extents. */
  @FunctionalInterface
  interface Source {
    BitVector at(String path, List<Integer> index);
  }

  /** One axis of a selection: a constant index, an index that depends on the inputs, or kept. */
  sealed interface Axis {
    /** A fixed index; a negative one is outside. */
    record At(int index) implements Axis {}

    /** An index that depends on the inputs. */
    record Chosen(BitVector index) implements Axis {}

    /** The axis stays, with that extent. */
    record Kept(int extent) implements Axis {}
  }

  private final WordType type;
  private final Source source;

  SymbolicWords(WordType type, Source source) {
    this.type = type;
    this.source = source;
  }

  /** A word given by its digits, low first. */
  static SymbolicWords word(WordType type, BitVector value) {
    return new SymbolicWords(
        type,
        (path, index) -> {
          WordType.Leaf leaf = type.leaf(path).orElseThrow();
          return BitVector.natural(value.bit(leaf.offset() + flat(leaf.extents(), index)));
        });
  }

  WordType type() {
    return type;
  }

  /** A cell of a leaf, 0 outside its extents. */
  BitVector leaf(String path, List<Integer> index) {
    List<Integer> extents = type.leaf(path).orElseThrow().extents();
    for (int axis = 0; axis < extents.size(); axis++) {
      if (index.get(axis) < 0 || index.get(axis) >= extents.get(axis)) {
        return BitVector.constant(0);
      }
    }
    return source.at(path, index);
  }

  /** The part selected on the first axes; further axes stay. */
  SymbolicWords select(List<Axis> axes, IntegerBlaster blaster) {
    List<Integer> kept = new ArrayList<>();
    for (int axis = 0; axis < type.extents().size(); axis++) {
      if (axis >= axes.size()) {
        kept.add(type.extents().get(axis));
      } else if (axes.get(axis) instanceof Axis.Kept stays) {
        kept.add(stays.extent());
      }
    }
    return new SymbolicWords(
        type.withExtents(kept),
        (path, index) -> chosen(path, axes, index, 0, new ArrayList<>(), blaster));
  }

  private BitVector chosen(
      String path,
      List<Axis> axes,
      List<Integer> index,
      int next,
      List<Integer> whole,
      IntegerBlaster blaster) {
    if (whole.size() == axes.size()) {
      List<Integer> all = new ArrayList<>(whole);
      all.addAll(index.subList(next, index.size()));
      return leaf(path, all);
    }
    return switch (axes.get(whole.size())) {
      case Axis.At at -> chosen(path, axes, index, next, with(whole, at.index()), blaster);
      case Axis.Kept kept ->
          chosen(path, axes, index, next + 1, with(whole, index.get(next)), blaster);
      case Axis.Chosen free -> {
        BitVector result = BitVector.constant(0);
        for (int i = 0; i < type.extents().get(whole.size()); i++) {
          BitVector cell = chosen(path, axes, index, next, with(whole, i), blaster);
          int hit = blaster.equal(free.index(), BitVector.constant(i));
          result = blaster.choose(hit, cell, result);
        }
        yield result;
      }
    };
  }

  private static List<Integer> with(List<Integer> list, int last) {
    List<Integer> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** A field of a record, or of each record of an array. */
  Optional<SymbolicWords> field(String name) {
    return type.element() instanceof WordType.Record record
        ? record
            .field(name)
            .map(
                field -> {
                  List<Integer> extents = new ArrayList<>(type.extents());
                  extents.addAll(field.type().extents());
                  return new SymbolicWords(
                      new WordType(extents, field.type().element()),
                      (path, index) -> leaf("." + name + path, index));
                })
        : Optional.empty();
  }

  /** The word of a record without extents as an array of bits, low part first. */
  SymbolicWords bits() {
    List<BitVector> cells = cells();
    return new SymbolicWords(WordType.bits(cells.size()), (path, index) -> cells.get(index.get(0)));
  }

  /** All cells, low part first. */
  List<BitVector> cells() {
    List<BitVector> cells = new ArrayList<>();
    for (WordType.Leaf leaf : type.leaves()) {
      for (int i = 0; i < leaf.size(); i++) {
        cells.add(source.at(leaf.path(), unflat(leaf.extents(), i)));
      }
    }
    return cells;
  }

  /** The word as a natural number. */
  BitVector natural(IntegerBlaster blaster) {
    List<BitVector> cells = cells();
    boolean digits = cells.stream().allMatch(c -> c.min().signum() >= 0 && c.max().bitLength() < 2);
    if (digits) {
      return BitVector.natural(cells.stream().mapToInt(c -> c.bit(0)).toArray());
    }
    BitVector total = BitVector.constant(0);
    for (int i = 0; i < cells.size(); i++) {
      total = blaster.add(total, blaster.shiftLeft(cells.get(i), i));
    }
    return total;
  }

  /** The word read in two's complement, modulo its width. */
  BitVector integer(IntegerBlaster blaster) {
    int width = type.size();
    return BitVector.twosComplement(natural(blaster).low(width));
  }

  /** The index tuple at a row-major position. */
  static List<Integer> unflat(List<Integer> extents, int position) {
    Integer[] index = new Integer[extents.size()];
    int rest = position;
    for (int axis = index.length - 1; axis >= 0; axis--) {
      index[axis] = rest % extents.get(axis);
      rest /= extents.get(axis);
    }
    return List.of(index);
  }

  private static int flat(List<Integer> extents, List<Integer> index) {
    int position = 0;
    for (int axis = 0; axis < extents.size(); axis++) {
      position = position * extents.get(axis) + index.get(axis);
    }
    return position;
  }
}
