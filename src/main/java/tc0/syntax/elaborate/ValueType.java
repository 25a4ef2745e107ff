package tc0.syntax.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/** The type of an array of wires, of forms or of records, with symbolic extents. */
public sealed interface ValueType {

  /** What a leaf array carries. */
  enum Wire {
    /** Wires. */
    BIT,
    /** Exact forms promised to be 0 or 1. */
    FORM_BIT,
    /** Exact forms. */
    FORM;

    /** Whether the leaf carries forms, so that only thresholds may read it. */
    public boolean isForm() {
      return this != BIT;
    }
  }

  /** Extents of the array axes, outermost first; none for a single value. */
  List<Index> extents();

  /** An array of wires or forms. */
  record Bits(Wire wire, List<Index> extents) implements ValueType {
    public Bits {
      extents = List.copyOf(extents);
    }
  }

  /** An array of records. */
  record Structure(RecordType record, List<Index> arguments, List<Index> extents)
      implements ValueType {
    public Structure {
      arguments = List.copyOf(arguments);
      extents = List.copyOf(extents);
    }
  }

  /** A single wire. */
  ValueType BIT = new Bits(Wire.BIT, List.of());

  /** A single form. */
  ValueType FORM = new Bits(Wire.FORM, List.of());

  /**
   * One bit or form array of a flattened value.
   *
   * @param path fields with a leading dot each, empty for plain arrays
   * @param extents outer extents, then those of the field
   */
  record Leaf(String path, List<Index> extents, Wire wire) {}

  /** The same elements with other extents. */
  default ValueType withExtents(List<Index> extents) {
    return switch (this) {
      case Bits bits -> new Bits(bits.wire(), extents);
      case Structure structure -> new Structure(structure.record(), structure.arguments(), extents);
    };
  }

  /** An array of values of this type; the new axes are the outer ones. */
  default ValueType arrayOf(List<Index> outer) {
    List<Index> all = new ArrayList<>(outer);
    all.addAll(extents());
    return withExtents(all);
  }

  /** Replaces size parameters. */
  default ValueType substitute(Map<String, Index> sizes) {
    Substitution substitution = new Substitution(sizes);
    return switch (this) {
      case Bits bits -> new Bits(bits.wire(), substitution.all(bits.extents()));
      case Structure structure ->
          new Structure(
              structure.record(),
              substitution.all(structure.arguments()),
              substitution.all(structure.extents()));
    };
  }

  /** The type of a field, with the outer extents in front. */
  default java.util.Optional<ValueType> field(String name) {
    return switch (this) {
      case Bits bits -> java.util.Optional.empty();
      case Structure structure ->
          structure
              .record()
              .field(name, structure.arguments())
              .map(type -> type.arrayOf(structure.extents()));
    };
  }

  /** What the sizes must satisfy for the record types in this type to be allowed. */
  default Predicate constraint() {
    return switch (this) {
      case Bits bits -> Predicate.TRUE;
      case Structure structure -> {
        Predicate all = structure.record().constraint(structure.arguments());
        for (String name : structure.record().fieldNames()) {
          all = all.and(field(name).orElseThrow().constraint());
        }
        yield all;
      }
    };
  }

  /** The flat arrays of which a value of this type consists, in word order. */
  default List<Leaf> leaves() {
    return switch (this) {
      case Bits bits -> List.of(new Leaf("", bits.extents(), bits.wire()));
      case Structure structure -> {
        List<Leaf> leaves = new ArrayList<>();
        for (String name : structure.record().fieldNames()) {
          for (Leaf leaf : field(name).orElseThrow().leaves()) {
            leaves.add(new Leaf("." + name + leaf.path(), leaf.extents(), leaf.wire()));
          }
        }
        yield leaves;
      }
    };
  }
}
