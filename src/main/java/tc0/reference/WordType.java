package tc0.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The type of an input or result at concrete sizes: an array of extents (none for a single value)
 * of bits, integers or records.
 */
public final class WordType {

  /** What the cells of the array are. */
  public sealed interface Element {}

  /** A wire, or a form promised to be 0 or 1. */
  public record Bit() implements Element {}

  /** A form with any integer value. */
  public record AnyInteger() implements Element {}

  /**
   * A record: the word of its fields, low part first.
   *
   * @param name the qualified name of the declared type
   * @param arguments its arguments, for example the precision
   * @param format the number format that it represents, if it declares one
   */
  public record Record(
      String name, List<Integer> arguments, List<Field> fields, Optional<NumberFormat> format)
      implements Element {
    /** Copies the lists. */
    public Record {
      arguments = List.copyOf(arguments);
      fields = List.copyOf(fields);
    }

    /** The field of that name. */
    public Optional<Field> field(String wanted) {
      return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }
  }

  /** A named part of a record. */
  public record Field(String name, WordType type) {}

  /**
   * An array of bits or integers inside the type.
   *
   * @param path its fields, for example {@code ".mantissa"}; empty if the type has no fields
   * @param extents the outer ones first
   * @param bit whether its cells are bits
   * @param offset the number of cells in the leaves before it
   */
  public record Leaf(String path, List<Integer> extents, boolean bit, int offset) {
    /** The number of cells. */
    public int size() {
      int size = 1;
      for (int extent : extents) {
        size = Math.multiplyExact(size, extent);
      }
      return size;
    }
  }

  private final List<Integer> extents;
  private final Element element;
  private final List<Leaf> leaves;

  /** An array of such elements. */
  public WordType(List<Integer> extents, Element element) {
    this.extents = List.copyOf(extents);
    this.element = element;
    this.leaves = leaves(this.extents, element);
  }

  private static List<Leaf> leaves(List<Integer> extents, Element element) {
    return switch (element) {
      case Bit bit -> List.of(new Leaf("", extents, true, 0));
      case AnyInteger integer -> List.of(new Leaf("", extents, false, 0));
      case Record record -> {
        List<Leaf> leaves = new ArrayList<>();
        int offset = 0;
        for (Field field : record.fields()) {
          for (Leaf leaf : field.type().leaves) {
            String path = "." + field.name() + leaf.path();
            Leaf whole = new Leaf(path, join(extents, leaf.extents()), leaf.bit(), offset);
            leaves.add(whole);
            offset = Math.addExact(offset, whole.size());
          }
        }
        yield List.copyOf(leaves);
      }
    };
  }

  /** An array of bits. */
  public static WordType bits(Integer... extents) {
    return new WordType(List.of(extents), new Bit());
  }

  /** An array of numbers of a format, as a record with the format's fields. */
  public static WordType numbers(NumberFormat format, Integer... extents) {
    List<Field> fields =
        format.fields().stream()
            .map(field -> new Field(field.name(), field.single() ? bits() : bits(field.width())))
            .toList();
    return new WordType(
        List.of(extents), new Record(format.name(), List.of(), fields, Optional.of(format)));
  }

  /** The extents, the outer ones first. */
  public List<Integer> extents() {
    return extents;
  }

  /** What the cells are. */
  public Element element() {
    return element;
  }

  /** The same cells in an array of other extents. */
  public WordType withExtents(List<Integer> others) {
    return new WordType(others, element);
  }

  /** The number format of the cells, if they have one. */
  public Optional<NumberFormat> format() {
    return element instanceof Record record ? record.format() : Optional.empty();
  }

  /** Whether this is a single bit or integer, so that it can stand for a number. */
  public boolean isSingleNumber() {
    return extents.isEmpty() && !(element instanceof Record);
  }

  /** The arrays of bits and integers inside, in the order of their fields. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** The leaf at a path. */
  public Optional<Leaf> leaf(String path) {
    for (Leaf leaf : leaves) {
      if (leaf.path().equals(path)) {
        return Optional.of(leaf);
      }
    }
    return Optional.empty();
  }

  /** The number of bits and integers in it. */
  public int size() {
    Leaf last =
        leaves.isEmpty() ? new Leaf("", List.of(0), true, 0) : leaves.get(leaves.size() - 1);
    return last.offset() + last.size();
  }

  /** {@code first} followed by {@code second}. */
  static List<Integer> join(List<Integer> first, List<Integer> second) {
    if (first.isEmpty()) {
      return second;
    }
    List<Integer> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordType type
        && extents.equals(type.extents)
        && element.equals(type.element);
  }

  @Override
  public int hashCode() {
    return Objects.hash(extents, element);
  }

  @Override
  public String toString() {
    String name =
        switch (element) {
          case Bit bit -> "bit";
          case AnyInteger integer -> "form";
          case Record record ->
              record.arguments().isEmpty()
                  ? record.name()
                  : record.name()
                      + record.arguments().toString().replace('[', '(').replace(']', ')');
        };
    return extents.isEmpty() ? name : name + extents;
  }
}
