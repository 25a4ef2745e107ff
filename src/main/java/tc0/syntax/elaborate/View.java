package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import tc0.kernel.Form;
import tc0.kernel.Index;
import tc0.kernel.Literal;
import tc0.kernel.Predicate;

/**
 * A typed array without gates of its own: a name, a slice, a field, a call's result. The cells are
 * read by leaf path and index tuple; a bit leaf yields {@link Form.Of} a literal.
 */
record View(ValueType type, Cells cells) {

  /** Reads one cell. */
  interface Cells {
    Form at(String path, List<Index> indices);
  }

  /**
   * An array whose leaves are core arrays named {@code base + path}, read behind fixed leading
   * indices.
   */
  static View named(ValueType type, String base, List<Index> leading) {
    return new View(
        type,
        (path, indices) -> {
          List<Index> all = new ArrayList<>(leading);
          all.addAll(indices);
          String array = base + path;
          return wire(type, path).isForm()
              ? new Form.Read(array, all)
              : new Form.Of(new Literal.Read(array, all));
        });
  }

  private static ValueType.Wire wire(ValueType type, String path) {
    if (type instanceof ValueType.Bits bits) {
      return bits.wire();
    }
    return type.leaves().stream()
        .filter(leaf -> leaf.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no leaf " + path))
        .wire();
  }

  /** The view with the first axis fixed. */
  View at(Index index) {
    List<Index> rest = type.extents().subList(1, type.extents().size());
    return new View(
        type.withExtents(rest), (path, indices) -> cells.at(path, prepend(index, indices)));
  }

  /** The view with axis number {@code axis} fixed. */
  View at(int axis, Index index) {
    List<Index> rest = new ArrayList<>(type.extents());
    rest.remove(axis);
    return new View(
        type.withExtents(rest),
        (path, indices) -> {
          List<Index> all = new ArrayList<>(indices);
          all.add(axis, index);
          return cells.at(path, all);
        });
  }

  /** The view cut to the first {@code extent} entries of an axis; reads behind the cut are 0. */
  View head(int axis, Index extent) {
    List<Index> extents = new ArrayList<>(type.extents());
    extents.set(axis, extent);
    return new View(
        type.withExtents(extents),
        (path, indices) -> {
          Predicate inside = new Predicate.Less(indices.get(axis), extent);
          return choose(inside, cells.at(path, indices), new Form.Of(Literal.ZERO));
        });
  }

  /** A field of every record of the array. */
  View field(String name, ValueType fieldType) {
    return new View(fieldType, (path, indices) -> cells.at("." + name + path, indices));
  }

  /** This view where the condition holds, else the other one of the same type. */
  View where(Predicate condition, View otherwise) {
    return new View(
        type,
        (path, indices) ->
            choose(condition, cells.at(path, indices), otherwise.cells.at(path, indices)));
  }

  /** A single wire or form. */
  Form scalar() {
    return cells.at("", List.of());
  }

  static Form choose(Predicate condition, Form yes, Form no) {
    if (yes instanceof Form.Of(Literal then) && no instanceof Form.Of(Literal otherwise)) {
      return new Form.Of(new Literal.Conditional(condition, then, otherwise));
    }
    return new Form.Conditional(condition, yes, no);
  }

  private static List<Index> prepend(Index index, List<Index> indices) {
    List<Index> all = new ArrayList<>();
    all.add(index);
    all.addAll(indices);
    return all;
  }
}
