package tc0.syntax.elaborate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tc0.kernel.Index;
import tc0.kernel.Predicate;

/**
 * A declared record type. Its fields, in order, low part first, make up the word of a value.
 *
 * @param name qualified by the module
 * @param parameters size parameters
 * @param fields types over the parameters
 * @param where what a use must satisfy
 * @param represents the reference number format, if its words are numbers
 */
public record RecordType(
    String name,
    List<String> parameters,
    LinkedHashMap<String, ValueType> fields,
    Predicate where,
    Optional<Format> represents) {

  /** A reference number format, such as {@code float} with the precision as its only argument. */
  public record Format(String name, List<Index> arguments) {}

  /** The field names in word order. */
  public Set<String> fieldNames() {
    return fields.keySet();
  }

  /** The type of a field for given arguments. */
  public Optional<ValueType> field(String field, List<Index> arguments) {
    return Optional.ofNullable(fields.get(field)).map(type -> type.substitute(bind(arguments)));
  }

  /** What the type's constraint says of given arguments. */
  Predicate constraint(List<Index> arguments) {
    return new Substitution(bind(arguments)).of(where);
  }

  /** The arguments of the format for given arguments of the type. */
  public Optional<Format> format(List<Index> arguments) {
    Substitution substitution = new Substitution(bind(arguments));
    return represents.map(
        format -> new Format(format.name(), substitution.all(format.arguments())));
  }

  private Map<String, Index> bind(List<Index> arguments) {
    Map<String, Index> sizes = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      sizes.put(parameters.get(i), arguments.get(i));
    }
    return sizes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordType record && record.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
