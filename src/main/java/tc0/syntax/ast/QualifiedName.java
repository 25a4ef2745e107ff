package tc0.syntax.ast;

import java.util.List;
import java.util.stream.Collectors;
import tc0.syntax.source.Span;

/** A dotted name such as {@code std.float} or {@code float.sum}; it has at least one part. */
public record QualifiedName(Span span, List<Identifier> parts) implements Node {

  /** Copies the parts. */
  public QualifiedName {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a qualified name has at least one part");
    }
  }

  /** The part behind the last dot. */
  public Identifier last() {
    return parts.get(parts.size() - 1);
  }

  /** Whether there is no dot. */
  public boolean isSimple() {
    return parts.size() == 1;
  }

  /** The parts joined by dots. */
  @Override
  public String toString() {
    return parts.stream().map(Identifier::text).collect(Collectors.joining("."));
  }
}
