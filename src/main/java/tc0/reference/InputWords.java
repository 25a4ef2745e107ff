package tc0.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a value that somebody wrote into the words of an input. */
public final class InputWords {

  private record Cell(String path, List<Integer> index) {}

  private final Input input;
  private final List<String> remarks;
  private final Map<Cell, Long> cells = new HashMap<>();

  private InputWords(Input input, List<String> remarks) {
    this.input = input;
    this.remarks = remarks;
  }

  /**
   * The words of an input.
   *
   * @param remarks receives what was rounded
   * @throws IllegalArgumentException if the value does not fit the type
   */
  public static Words of(Input input, InputValue value, List<String> remarks) {
    InputWords reader = new InputWords(input, remarks);
    reader.fill(input.type(), "", List.of(), 0, value);
    return reader.words();
  }

  /** An input whose bits are all 0. */
  public static Words zero(Input input) {
    return new InputWords(input, List.of()).words();
  }

  private Words words() {
    return Words.of(
        input.type(),
        (path, index) -> {
          List<Integer> at = new ArrayList<>();
          for (int i : index) {
            at.add(i);
          }
          return cells.getOrDefault(new Cell(path, at), 0L);
        });
  }

  private void fill(WordType type, String path, List<Integer> at, int axis, InputValue value) {
    int left = type.extents().size() - axis;
    if (left == 0) {
      cell(type, path, at, value);
    } else if (value instanceof InputValue.Items(List<InputValue> nodes)) {
      int extent = type.extents().get(axis);
      if (nodes.size() != extent) {
        throw wrong(path, at, "a list of " + extent + ", not of " + nodes.size());
      }
      for (int i = 0; i < extent; i++) {
        fill(type, path, and(at, i), axis + 1, nodes.get(i));
      }
    } else if (left == 1 && type.element() instanceof WordType.Bit) {
      int width = type.extents().get(axis);
      BigInteger word = word(path, at, width, value);
      for (int q = 0; q < width; q++) {
        cells.put(new Cell(path, and(at, q)), word.testBit(q) ? 1L : 0L);
      }
    } else {
      throw wrong(path, at, "a list of " + type.extents().get(axis));
    }
  }

  private void cell(WordType type, String path, List<Integer> at, InputValue value) {
    switch (type.element()) {
      case WordType.Bit bit ->
          cells.put(new Cell(path, at), word(path, at, 1, value).longValueExact());
      case WordType.AnyInteger any -> cells.put(new Cell(path, at), integer(path, at, value));
      case WordType.Record record -> {
        if (value instanceof InputValue.Fields(Map<String, InputValue> nodes)) {
          record(record, path, at, nodes);
        } else if (record.format().isPresent()) {
          number(record.format().get(), path, at, value);
        } else {
          throw wrong(path, at, "a record " + fields(record));
        }
      }
    }
  }

  private void record(
      WordType.Record record, String path, List<Integer> at, Map<String, InputValue> nodes) {
    for (String name : nodes.keySet()) {
      if (record.field(name).isEmpty()) {
        throw wrong(path, at, "a record " + fields(record) + "; there is no field `" + name + "`");
      }
    }
    for (WordType.Field field : record.fields()) {
      InputValue node = nodes.get(field.name());
      if (node == null) {
        throw wrong(path, at, "a record " + fields(record) + "; `" + field.name() + "` is missing");
      }
      fill(field.type(), path + "." + field.name(), at, 0, node);
    }
  }

  private void number(NumberFormat format, String path, List<Integer> at, InputValue value) {
    BigInteger word =
        switch (value) {
          case InputValue.Raw raw -> word(path, at, format.width(), raw);
          case InputValue.Number(BigRational exact) -> {
            BigRational rounded = format.round(exact);
            if (!rounded.equals(exact)) {
              remarks.add(
                  place(path, at)
                      + ": "
                      + exact
                      + " is rounded to "
                      + rounded
                      + " in "
                      + format.name());
            }
            yield format.encode(rounded);
          }
          default -> throw wrong(path, at, "a number of " + format.name());
        };
    int low = 0;
    for (NumberFormat.Field field : format.fields()) {
      String leaf = path + "." + field.name();
      for (int q = 0; q < field.width(); q++) {
        cells.put(
            new Cell(leaf, field.single() ? at : and(at, q)), word.testBit(low + q) ? 1L : 0L);
      }
      low += field.width();
    }
  }

  /** A word of a width; negative numbers are in two's complement. */
  private BigInteger word(String path, List<Integer> at, int width, InputValue value) {
    switch (value) {
      case InputValue.Raw(BigInteger word, int digits) -> {
        if (word.bitLength() <= width) {
          return word;
        }
      }
      case InputValue.Number(BigRational number) -> {
        BigInteger integer =
            number.isInteger() ? number.numerator() : BigInteger.ONE.shiftLeft(width);
        BigInteger least = BigInteger.ONE.shiftLeft(width).shiftRight(1).negate();
        if (integer.compareTo(least) >= 0 && integer.bitLength() <= width) {
          return integer.mod(BigInteger.ONE.shiftLeft(width));
        }
      }
      default -> {}
    }
    throw wrong(
        path,
        at,
        width == 1
            ? "a bit, 0 or 1"
            : "a word of "
                + width
                + " bits: a number below 2^"
                + width
                + ", 0b…, or a list of bits");
  }

  private long integer(String path, List<Integer> at, InputValue value) {
    if (value instanceof InputValue.Number(BigRational number)
        && number.isInteger()
        && number.numerator().bitLength() < Integer.SIZE) {
      return number.numerator().longValueExact();
    }
    throw wrong(path, at, "an integer");
  }

  private IllegalArgumentException wrong(String path, List<Integer> at, String expected) {
    return new IllegalArgumentException(place(path, at) + " needs " + expected);
  }

  private String place(String path, List<Integer> at) {
    return input.name() + path + (at.isEmpty() ? "" : at.toString().replace(" ", ""));
  }

  private static List<Integer> and(List<Integer> at, int index) {
    List<Integer> longer = new ArrayList<>(at);
    longer.add(index);
    return List.copyOf(longer);
  }

  private static String fields(WordType.Record record) {
    return record.fields().stream()
        .map(field -> field.name() + ": …")
        .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
  }

  /** A value of the type as it might be written, for messages. */
  public static String example(WordType type) {
    return example(type, 0);
  }

  private static String example(WordType type, int axis) {
    int left = type.extents().size() - axis;
    boolean word = type.element() instanceof WordType.Bit;
    if (left > (word ? 1 : 0)) {
      int extent = type.extents().get(axis);
      return "["
          + String.join(",", java.util.Collections.nCopies(extent, example(type, axis + 1)))
          + "]";
    }
    return switch (type.element()) {
      case WordType.Bit bit -> "1";
      case WordType.AnyInteger any -> "1";
      case WordType.Record record ->
          record.format().isPresent()
              ? "1"
              : record.fields().stream()
                  .map(field -> field.name() + ": " + example(field.type()))
                  .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    };
  }
}
